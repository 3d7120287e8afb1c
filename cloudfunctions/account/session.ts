import { append } from '../_core/chain';
import { type LogEntry, type PersonDoc, personDraft } from '../_core/documents';
import { handler } from '../_core/handler';
import { personIdFrom } from '../_core/ids';
import { insistRoom, spend } from '../_core/limited';
import { newPerson } from '../_core/new-person';
import { Refusal } from '../_core/refusal';
import { writeOf } from '../_core/write';

/** A self-hosted server asks WeChat who this is. On CloudBase the platform says so itself, and the call does not exist. */
export const signIn = handler(
  'account.signIn',
  async (call) => {
    const { input, deps, store, now } = call;
    if (!deps.sessions || !deps.weChat) throw new Refusal('not-found');
    insistRoom(call, 'failedSignIn');
    const openId = await deps.weChat(input.wxCode);
    if (!openId) {
      spend(call, 'failedSignIn');
      throw new Refusal('not-signed-in');
    }
    const id = personIdFrom('wx', openId);
    const [person] = await store.get<PersonDoc>([{ collection: 'persons', id }]);
    return {
      reply: { token: deps.sessions.issue(id, person?.sessionEpoch ?? 0) },
      ...(!person && { changes: [writeOf('persons', personDraft(newPerson(id, '', now)), undefined)] }),
    };
  },
  { open: true },
);

/** Withdraws every session of this person: a lost phone is signed out from any other. */
export const signOut = handler('account.signOut', async ({ actor, person, now }) => {
  if (!person) return { reply: {} };
  const log = append<LogEntry>(person.log, { at: now, by: actor.personId, what: 'person.signedOut', facts: {} });
  return {
    reply: {},
    changes: [writeOf('persons', personDraft({ ...person, sessionEpoch: person.sessionEpoch + 1, log }), person.rev)],
  };
});
