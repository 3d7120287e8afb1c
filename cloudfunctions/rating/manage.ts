import { addDays } from '../../shared/kernel/calendar';
import { finding } from '../../shared/kernel/decision';
import { effectiveRatings, type Rating, ratingWindow } from '../../shared/visit';
import type { VisitDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { findAll } from '../_core/recount';
import { Refusal } from '../_core/refusal';
import { changeVisit, done } from '../visit/change';
import { loadVisit } from '../visit/load';

export const voidRating = handler('rating.void', async (call) => {
  const { input, now, actor } = call;
  const visit = await loadVisit(call, input.visitId, 'rating.void');
  if (done(visit, 'ratingVoided', call)) return { reply: { replayed: true } };
  const rating = visit.ratings.find((one) => one.id === input.ratingId);
  if (!rating) throw new Refusal('not-found');
  if (rating.voided) throw new Refusal('refused', { findings: [finding('VIS-15-C')('unmet', 'already-voided')] });
  const voided = { at: now, by: actor.personId, kind: input.kind, reason: input.reason };
  const next = { ...visit, ratings: visit.ratings.map((one) => (one === rating ? { ...one, voided } : one)) };
  return {
    reply: { replayed: false },
    ...changeVisit(visit, next, now, [
      { kind: 'ratingVoided', by: actor.personId, nonce: input.nonce, ref: rating.id, reason: input.reason },
    ]),
  };
});

/** Fewer than three would tell who gave them (D10). */
const SHOWN_FROM = 3;
const latest = (rating: Rating) => rating.versions[rating.versions.length - 1];

/** A commissioner's own average over a year of closed windows: while one is open, a change would show whose it was. */
export const average = handler('rating.average', async ({ actor, now, today, store }) => {
  const visits = await findAll<VisitDoc>(store, {
    collection: 'visits',
    eq: { people: actor.personId },
    range: { field: 'day', from: addDays(today, -365) },
    order: { field: 'day' },
  });
  const given = visits
    .filter((visit) => !visit.voided && ratingWindow(visit, now).value === 'closed')
    .flatMap((visit) => effectiveRatings(visit))
    .filter((rating) => rating.commissionerId === actor.personId)
    .flatMap((rating) => latest(rating) ?? []);
  const mean = (field: 'expertise' | 'satisfaction') =>
    Math.round((given.reduce((sum, one) => sum + one[field], 0) / given.length) * 10) / 10;
  return {
    reply: {
      ratings: given.length,
      ...(given.length >= SHOWN_FROM && { expertise: mean('expertise'), satisfaction: mean('satisfaction') }),
    },
  };
});
