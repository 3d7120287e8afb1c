import type { IsoDate } from '../../shared/kernel/calendar';
import {
  mayRate,
  type Rating,
  type RatingContent,
  raterOf,
  ratingClosesOn,
  stateAt,
  type Visit,
} from '../../shared/visit';
import { handler } from '../_core/handler';
import { ratingId } from '../_core/ids';
import { insist, Refusal } from '../_core/refusal';
import { changeVisit } from '../visit/change';
import { aheadOfVisit, isContact, loadVisit } from '../visit/load';

/** Versions of a visit's ratings after which nothing is amended any more: all are kept, and the record must stay one. */
const MOST_VERSIONS = 60;

/** One effective rating per commissioner and rating party; the same party again amends, and the old version is kept. */
export const submit = handler(
  'rating.submit',
  async (call) => {
    const { input, now, actor } = call;
    const visit = await loadVisit(call, input.visitId, 'rating.submit');
    const answer = (
      next: Visit,
      rating: Rating,
      amended: boolean,
      replayed: boolean,
      findings: ReturnType<typeof mayRate>['findings'],
    ) => ({
      ratingId: rating.id,
      state: stateAt(next, now),
      amended,
      amendableThrough: ratingClosesOn(next) as IsoDate,
      replayed,
      findings: [...findings],
    });
    const who = { personId: actor.personId, enterpriseContact: isContact(actor, visit.enterpriseId) };
    for (const rating of visit.ratings) {
      const sent = rating.versions.findIndex((one) => one.nonce === input.nonce && one.by === actor.personId);
      const version = rating.versions[sent];
      if (!version) continue;
      const { findings } = mayRate(visit, who, rating.commissionerId, version, version.at);
      return { reply: answer(visit, rating, sent > 0, true, findings) };
    }

    const { theme, expertise, satisfaction, comment, dayReason, commissionerId } = input;
    const content: RatingContent = {
      theme,
      from: Date.parse(input.from),
      to: Date.parse(input.to),
      expertise,
      satisfaction,
      ...(comment && { comment }),
      ...(dayReason && { dayReason }),
    };
    const decision = mayRate(visit, who, commissionerId, content, now);
    insist(decision);
    const rater = raterOf(visit, who);
    if (typeof rater === 'string') throw new Error('a rule let pass a person who may not rate');
    const id = ratingId(visit.id, commissionerId, rater.rater);
    const version = { ...content, at: now, by: actor.personId, nonce: input.nonce };
    const before = visit.ratings.find(
      (one) => one.commissionerId === commissionerId && one.rater === rater.rater && !one.voided,
    );
    const versions = visit.ratings.reduce((sum, one) => sum + one.versions.length, 0);
    if (before && versions >= MOST_VERSIONS) throw new Refusal('too-many');
    const voidedBefore = visit.ratings.filter((one) => one.id.startsWith(id) && one.voided).length;
    const rating: Rating = before
      ? { ...before, versions: [...before.versions, version] }
      : { id: voidedBefore > 0 ? `${id}:${voidedBefore + 1}` : id, commissionerId, ...rater, versions: [version] };
    const ratings = before ? visit.ratings.map((one) => (one === before ? rating : one)) : [...visit.ratings, rating];
    const change = changeVisit(visit, { ...visit, ratings }, now, [
      { kind: before ? 'amended' : 'rated', by: actor.personId, nonce: input.nonce, ref: rating.id },
    ]);
    return {
      reply: answer(change.draft, rating, before !== undefined, false, decision.findings),
      changes: change.changes,
      tally: change.tally,
    };
  },
  { ahead: aheadOfVisit },
);
