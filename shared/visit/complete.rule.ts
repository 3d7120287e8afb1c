import { dayOf, type Instant } from '../kernel/calendar';
import { type Decision, finding } from '../kernel/decision';
import type { Visit } from './model';
import { effective, pairedAt, serviceDateOf, stateAt } from './state.rule';

/**
 * Completion (D1): both sides are in, not before the later check-in, on the day of the first check-in unless a reason is
 * given; by the lead commissioner (the first to check in) or by somebody of the enterprise.
 */
export function mayComplete(
  visit: Visit,
  by: { readonly personId: string; readonly enterpriseContact: boolean; readonly overnightReason?: string },
  now: Instant,
): Decision<boolean> {
  const on = finding('VIS-15-C');
  const state = stateAt(visit, now);
  const lead = effective(visit, 'specialist')[0]?.personId;
  const ofEnterprise =
    by.enterpriseContact || effective(visit, 'enterprise').some((one) => one.personId === by.personId);
  const findings = [];
  if (state !== 'in_service') findings.push(on('unmet', 'not-in-service', { state }));
  if (by.personId !== lead && !ofEnterprise) findings.push(on('unmet', 'not-lead-nor-enterprise'));
  const paired = pairedAt(visit);
  if (paired !== undefined && now < paired) findings.push(on('unmet', 'before-check-in', { now, paired }));
  const day = serviceDateOf(visit);
  if (day !== undefined && dayOf(now) !== day && !by.overnightReason)
    findings.push(on('unmet', 'overnight-reason-needed', { serviceDate: day, on: dayOf(now) }));
  return { value: findings.length === 0, findings: findings.length ? findings : [on('met', 'completed')] };
}
