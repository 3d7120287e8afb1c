import { dayOf, type Instant, type IsoDate } from '../kernel/calendar';
import { type Decision, type Finding, finding } from '../kernel/decision';
import type { ServiceType, Visit } from './model';
import { serviceDateOf, stateAt } from './state.rule';

const decision = (findings: Finding[]): Decision<boolean> => ({
  value: findings.every((one) => one.verdict !== 'unmet'),
  findings,
});

export interface PlanFacts {
  readonly day: IsoDate;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly serviceTypes: readonly ServiceType[];
  readonly serviceNote?: string;
  readonly commissioners: readonly { readonly id: string; readonly active: boolean }[];
  readonly enterpriseDistrict: string;
  readonly stationDistrict: string;
  readonly overrideReason?: string;
}

/** Plan (D1): not in the past, active commissioners, the station of the enterprise's district unless a reason is given. */
export function mayPlan(plan: PlanFacts, today: IsoDate): Decision<boolean> {
  const on = finding('VIS-15-A');
  const findings: Finding[] = [];
  if (plan.day < today) findings.push(on('unmet', 'day-in-past', { day: plan.day, today }));
  if (plan.from !== undefined && (dayOf(plan.from) !== plan.day || (plan.to !== undefined && plan.to < plan.from)))
    findings.push(on('unmet', 'time-not-on-day', { day: plan.day }));
  for (const one of plan.commissioners.filter((person) => !person.active))
    findings.push(finding('BST-02-B')('unmet', 'commissioner-inactive', { commissionerId: one.id, on: plan.day }));
  if (plan.serviceTypes.includes('其他') && !plan.serviceNote) findings.push(on('unmet', 'service-note-needed'));
  const facts = { enterprise: plan.enterpriseDistrict, station: plan.stationDistrict };
  if (plan.enterpriseDistrict !== plan.stationDistrict)
    findings.push(
      finding('STN-06-A1')(
        plan.overrideReason ? 'warned' : 'unmet',
        plan.overrideReason ? 'out-of-district-override' : 'override-reason-needed',
        facts,
      ),
    );
  return decision(findings);
}

/** Cancel (D1): only what is planned, before anybody has checked in. */
export function mayCancel(visit: Visit, now: Instant): Decision<boolean> {
  const state = stateAt(visit, now);
  const untouched = state === 'planned' && visit.checkIns.length === 0;
  return decision(untouched ? [] : [finding('VIS-15-A')('unmet', 'not-cancellable', { state })]);
}

/** Void (D1): anything but a cancelled or already voided visit. */
export function mayVoid(visit: Visit, now: Instant): Decision<boolean> {
  const state = stateAt(visit, now);
  return decision(
    state === 'cancelled' || state === 'voided' ? [finding('VIS-15-A')('unmet', `visit-${state}`, { state })] : [],
  );
}

/** Reopen (D1): a rating window that has closed unrated, through a day from today on. */
export function mayReopenRating(visit: Visit, through: IsoDate, now: Instant): Decision<boolean> {
  const on = finding('VIS-15-C');
  const state = stateAt(visit, now);
  const findings: Finding[] = [];
  if (state !== 'rating_closed') findings.push(on('unmet', 'window-not-closed', { state }));
  if (through < dayOf(now) || serviceDateOf(visit) === undefined)
    findings.push(on('unmet', 'day-in-past', { day: through, today: dayOf(now) }));
  return decision(findings);
}
