import { inForceOn } from '../../shared/access';
import { isoOf } from '../../shared/kernel/calendar';
import type { Call } from '../_core/context';
import { type PersonDoc, personDraft, SETTINGS_ID, type SettingsDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { personIdFrom, randomId } from '../_core/ids';
import { newPerson } from '../_core/new-person';
import { Refusal } from '../_core/refusal';
import { writeOf } from '../_core/write';

const SETTINGS = { collection: 'settings', id: SETTINGS_ID } as const;

/**
 * Only with the demonstration data: whoever asks becomes whom he likes. Elsewhere these calls do not exist, and over records
 * that say they are real ones they do not either, whatever the process was told.
 */
function demoOnly({ deps }: Pick<Call<'account.people'>, 'deps'>) {
  if (!deps.demo || !deps.sessions) throw new Refusal('not-found');
  return {
    sessions: deps.sessions,
    over(settings: SettingsDoc | undefined): void {
      if (settings && !settings.demo) throw new Refusal('not-found');
    },
  };
}

export const people = handler(
  'account.people',
  async (call) => {
    const demo = demoOnly(call);
    const [settings] = await call.store.get<SettingsDoc>([SETTINGS]);
    demo.over(settings);
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
    const demo = demoOnly(call);
    const [settings, person] = (await call.store.get([
      SETTINGS,
      { collection: 'persons', id: call.input.personId },
    ])) as [SettingsDoc?, PersonDoc?];
    demo.over(settings);
    if (!person) throw new Refusal('not-found');
    return { reply: { token: demo.sessions.issue(person.id, person.sessionEpoch) } };
  },
  { open: true },
);

/** A code opened in a fresh browser makes its own person, so that two phones can play both sides for real. */
export const guest = handler(
  'account.guest',
  async (call) => {
    const demo = demoOnly(call);
    const [settings] = await call.store.get<SettingsDoc>([SETTINGS]);
    demo.over(settings);
    const id = personIdFrom('demo', `guest ${isoOf(call.now)} ${randomId(16)}`);
    return {
      reply: { token: demo.sessions.issue(id, 0) },
      changes: [writeOf('persons', personDraft(newPerson(id, '', call.now)), undefined)],
    };
  },
  { open: true },
);
