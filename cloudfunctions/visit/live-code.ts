import { isoOf } from '../../shared/kernel/calendar';
import { finding } from '../../shared/kernel/decision';
import { effective, SIDES, stateAt } from '../../shared/visit';
import { handler } from '../_core/handler';
import { Refusal } from '../_core/refusal';
import { liveExpiresAt, liveToken, STEP_SECONDS } from '../_core/tokens';
import { aheadOfVisit, loadVisit } from './load';
import { sidesView } from './view';

const SHOWN_IN = ['specialist_in', 'enterprise_in', 'in_service', 'awaiting_other_side'] as const;

/** The code on the phone of somebody who is already in: it says which visit, and is good for 15 seconds and the step after. */
export const liveCode = handler(
  'visit.liveCode',
  async (call) => {
    const { input, deps, now, actor } = call;
    const visit = await loadVisit(call, input.visitId, 'visit.liveCode');
    const state = stateAt(visit, now);
    const on = finding('VIS-15-A');
    const inside = visit.checkIns.some((one) => one.personId === actor.personId && !one.voided);
    if (!inside) throw new Refusal('refused', { findings: [on('unmet', 'check-in-first', { state })] });
    if (!SHOWN_IN.some((one) => one === state))
      throw new Refusal('refused', { findings: [on('unmet', 'visit-over', { state })] });
    const token = liveToken(deps.codeKeys, visit.id, now, visit.checkIns.length);
    return {
      reply: {
        token,
        url: `${deps.publicUrl}/v?k=${token}`,
        expiresAt: isoOf(liveExpiresAt(now)),
        stepSeconds: STEP_SECONDS,
        now: isoOf(now),
        state,
        sides: sidesView(visit),
        present: SIDES.flatMap((side) => effective(visit, side).map(({ name, title }) => ({ side, name, title }))),
      },
    };
  },
  { ahead: aheadOfVisit },
);
