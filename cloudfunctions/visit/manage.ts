import { finding } from '../../shared/kernel/decision';
import { effective, mayCancel, mayReopenRating, mayVoid, ratingWindow, stateAt } from '../../shared/visit';
import type { EnterpriseDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { noticesFor } from '../_core/notices';
import { insist, Refusal } from '../_core/refusal';
import { changeVisit, done } from './change';
import { loadVisit } from './load';

export const cancel = handler('visit.cancel', async (call) => {
  const { input, now, actor } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.cancel');
  if (done(visit, 'cancelled', call)) return { reply: { replayed: true } };
  insist(mayCancel(visit, now));
  const next = { ...visit, cancelled: { at: now, by: actor.personId, reason: input.reason } };
  const change = changeVisit(visit, next, now, [
    { kind: 'cancelled', by: actor.personId, nonce: input.nonce, reason: input.reason },
  ]);
  const told = visit.commissionerIds.filter((id) => id !== actor.personId);
  return {
    reply: { replayed: false },
    tally: change.tally,
    changes: [
      ...change.changes,
      ...noticesFor('visit-cancelled', told, visit.id, visit.enterprise.name, now, 'cancelled'),
    ],
  };
});

export const voidVisit = handler('visit.void', async (call) => {
  const { input, now, actor } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.void');
  if (done(visit, 'voided', call)) return { reply: { replayed: true } };
  insist(mayVoid(visit, now));
  const next = { ...visit, voided: { at: now, by: actor.personId, kind: input.kind, reason: input.reason } };
  return {
    reply: { replayed: false },
    ...changeVisit(visit, next, now, [
      { kind: 'voided', by: actor.personId, nonce: input.nonce, reason: input.reason },
    ]),
  };
});

/** The visit falls back to what the remaining check-ins say (Part E, Correction and void). */
export const voidCheckIn = handler('visit.voidCheckIn', async (call) => {
  const { input, now, actor } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.void');
  if (done(visit, 'checkInVoided', call)) return { reply: { state: stateAt(visit, now), replayed: true } };
  insist(mayVoid(visit, now));
  const checkIn = visit.checkIns.find((one) => one.id === input.checkInId);
  if (!checkIn) throw new Refusal('not-found');
  if (checkIn.voided) throw new Refusal('refused', { findings: [finding('VIS-15-A')('unmet', 'already-voided')] });
  const voided = { at: now, by: actor.personId, kind: input.kind, reason: input.reason };
  const next = { ...visit, checkIns: visit.checkIns.map((one) => (one === checkIn ? { ...one, voided } : one)) };
  const change = changeVisit(visit, next, now, [
    { kind: 'checkInVoided', by: actor.personId, nonce: input.nonce, ref: checkIn.id, reason: input.reason },
  ]);
  return {
    reply: { state: stateAt(change.draft, now), replayed: false },
    changes: change.changes,
    tally: change.tally,
  };
});

export const reopenRating = handler('visit.reopenRating', async (call) => {
  const { input, now, actor } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.reopenRating');
  if (done(visit, 'ratingReopened', call)) return { reply: { replayed: true } };
  insist(mayReopenRating(visit, input.through, now));
  const next = { ...visit, ratingReopenedThrough: input.through };
  return {
    reply: { replayed: false },
    ...changeVisit(visit, next, now, [
      { kind: 'ratingReopened', by: actor.personId, nonce: input.nonce, reason: input.reason },
    ]),
  };
});

/** Tells the enterprise's people that their rating, or their side of the check-in, is missing. Once a day is enough. */
export const remind = handler('visit.remind', async (call) => {
  const { input, now, today, actor, store } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.remind');
  if (done(visit, 'reminded', call)) return { reply: { told: 0, replayed: true } };
  const waiting = ratingWindow(visit, now).value === 'open' && stateAt(visit, now) === 'completed';
  if (!waiting)
    throw new Refusal('refused', {
      findings: [finding('VIS-15-C')('unmet', 'nothing-to-remind', { state: stateAt(visit, now) })],
    });
  const [enterprise] = await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: visit.enterpriseId }]);
  const people = [
    ...new Set([...effective(visit, 'enterprise').map((one) => one.personId), ...(enterprise?.contacts ?? [])]),
  ];
  const cause = `reminded:${today}`;
  if (visit.history.some((event) => event.kind === 'reminded' && event.ref === cause))
    return { reply: { told: 0, replayed: true } };
  const change = changeVisit(visit, visit, now, [
    { kind: 'reminded', by: actor.personId, nonce: input.nonce, ref: cause },
  ]);
  return {
    reply: { told: people.length, replayed: false },
    tally: change.tally,
    changes: [...change.changes, ...noticesFor('rate-please', people, visit.id, visit.enterprise.name, now, cause)],
  };
});
