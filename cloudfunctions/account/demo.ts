import { inForceOn } from '../../shared/access';
import { isoOf } from '../../shared/kernel/calendar';
import type { Call } from '../_core/context';
import { type PersonDoc, personDraft, SETTINGS_ID, type SettingsDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { personIdFrom, randomId } from '../_core/ids';
import { newPerson } from '../_core/new-person';
import { Refusal } from '../_core/refusal';
import { writeOf } from '../_core/write';

/** Only with the demonstration data: whoever asks becomes whom he likes. Elsewhere these calls do not exist. */
function demoOnly({ deps }: Pick<Call<'account.people'>, 'deps'>) {
  if (!deps.demo || !deps.sessions) throw new Refusal('not-found');
  return deps.sessions;
}

export const people = handler(
  'account.people',
  async (call) => {
    demoOnly(call);
    const [settings] = await call.store.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]);
    const shown = settings?.demoPeople ?? [];
    const docs =
      shown.length > 0 ? await call.store.get<PersonDoc>(shown.map(({ id }) => ({ collection: 'persons', id }))) : [];
    return {
      reply: {
        people: shown.map(({ id, what }, i) => ({
          id,
          name: docs[i]?.name ?? '',
          roles: [...new Set(inForceOn(docs[i]?.grants ?? [], call.today).map((grant) => grant.role))],
          what,
        })),
      },
    };
  },
  { open: true },
);

export const actAs = handler(
  'account.actAs',
  async (call) => {
    const sessions = demoOnly(call);
    const [person] = await call.store.get<PersonDoc>([{ collection: 'persons', id: call.input.personId }]);
    if (!person) throw new Refusal('not-found');
    return { reply: { token: sessions.issue(person.id, person.sessionEpoch) } };
  },
  { open: true },
);

/** A code opened in a fresh browser makes its own person, so that two phones can play both sides for real. */
export const guest = handler(
  'account.guest',
  async (call) => {
    const sessions = demoOnly(call);
    const id = personIdFrom('demo', `guest ${isoOf(call.now)} ${randomId(16)}`);
    return {
      reply: { token: sessions.issue(id, 0) },
      changes: [writeOf('persons', personDraft(newPerson(id, '', call.now)), undefined)],
    };
  },
  { open: true },
);
