import type { IsoDate } from '../../shared/kernel/calendar';
import { COUNTED_STATES, effective, mayComplete, ratingClosesOn, stateAt, type Visit } from '../../shared/visit';
import { handler } from '../_core/handler';
import { noticesFor } from '../_core/notices';
import { insist } from '../_core/refusal';
import { changeVisit } from './change';
import { aheadOfVisit, isContact, loadVisit } from './load';

export const complete = handler(
  'visit.complete',
  async (call) => {
    const { input, now, actor } = call;
    const visit = await loadVisit(call, input.visitId, 'visit.complete');
    const answer = (next: Visit, replayed: boolean) => ({
      visitId: visit.id,
      state: stateAt(next, now),
      ratingClosesOn: ratingClosesOn(next) as IsoDate,
      replayed,
    });
    const { overnightReason } = input;
    const decision = mayComplete(
      visit,
      {
        personId: actor.personId,
        enterpriseContact: isContact(actor, visit.enterpriseId),
        ...(overnightReason && { overnightReason }),
      },
      now,
    );
    // Completed is completed: the second tap, and the other side's tap, find what they wanted.
    const completed = COUNTED_STATES.includes(stateAt(visit, now));
    if (completed && !decision.findings.some((one) => one.because === 'not-lead-nor-enterprise'))
      return { reply: answer(visit, true) };
    insist(decision);
    const next: Visit = {
      ...visit,
      completion: { at: now, by: actor.personId, auto: false, ...(overnightReason && { overnightReason }) },
    };
    const change = changeVisit(visit, next, now, [
      {
        kind: 'completed',
        by: actor.personId,
        nonce: input.nonce,
        ...(overnightReason && { reason: overnightReason }),
      },
    ]);
    const raters = [...effective(visit, 'enterprise'), ...effective(visit, 'party')]
      .map((one) => one.personId)
      .filter((id) => id !== actor.personId);
    return {
      reply: answer(change.draft, false),
      changes: change.changes,
      tally: change.tally,
      aside: noticesFor('rate-please', raters, visit.id, visit.enterprise.name, now, 'completed'),
    };
  },
  { ahead: aheadOfVisit },
);
