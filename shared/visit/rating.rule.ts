import { dayOf, endOf, type Instant, type IsoDate } from '../kernel/calendar';
import { type Decision, type Finding, finding } from '../kernel/decision';
import type { Rating, RatingContent, Visit } from './model';
import { completionAt, effective, ratingClosesOn, serviceDateOf } from './state.rule';
import { VISIT } from './visit.params';

export interface Rater {
  readonly personId: string;
  /** Holds the enterprise's contact role for the visited enterprise today. */
  readonly enterpriseContact: boolean;
}

/** Same organisation, however it was typed. */
export const normaliseOrg = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * For whom this person may rate (VIS-15-C, AMB-02): whoever attended for the enterprise or is its contact speaks for the
 * enterprise; whoever attended for a party speaks for that party; a commissioner of the visit never rates.
 */
export function raterOf(
  visit: Visit,
  who: Rater,
): Pick<Rating, 'raterKind' | 'rater'> | 'is-commissioner' | 'not-attended' {
  const own = visit.checkIns.filter((one) => one.personId === who.personId);
  if (own.some((one) => one.side === 'specialist') || visit.commissionerIds.includes(who.personId))
    return 'is-commissioner';
  const standing = own.filter((one) => !one.voided);
  if (who.enterpriseContact || standing.some((one) => one.side === 'enterprise'))
    return { raterKind: 'enterprise', rater: 'enterprise' };
  const party = standing.find((one) => one.side === 'party');
  return party ? { raterKind: 'party', rater: normaliseOrg(party.orgName) } : 'not-attended';
}

/** Is the window open? It opens at completion and closes at the end of its last day (D1). */
export function ratingWindow(visit: Visit, now: Instant): Decision<'before' | 'open' | 'closed'> {
  const on = finding('VIS-15-C');
  const completion = visit.voided || visit.cancelled ? undefined : completionAt(visit, now);
  if (!completion || now < completion.at) return { value: 'before', findings: [on('unmet', 'not-completed')] };
  const closesOn = ratingClosesOn(visit) as IsoDate;
  const facts = { closesOn, on: dayOf(now) };
  return now < endOf(closesOn)
    ? { value: 'open', findings: [on('met', 'window-open', facts)] }
    : { value: 'closed', findings: [on('unmet', 'window-closed', facts)] };
}

/** 活动时间 must be a span, and on the service day unless a reason is given (VIS-15-D). */
function contentFindings(visit: Visit, content: RatingContent): Finding[] {
  const on = finding('VIS-15-D');
  const { min, max } = VISIT.rating;
  const findings: Finding[] = [];
  for (const field of ['expertise', 'satisfaction'] as const) {
    const score = content[field];
    if (!Number.isInteger(score) || score < min || score > max)
      findings.push(on('unmet', 'score-out-of-scale', { field, score, min, max }));
  }
  if (content.to < content.from) findings.push(on('unmet', 'time-reversed', { from: content.from, to: content.to }));
  const day = serviceDateOf(visit);
  if (day !== undefined && (dayOf(content.from) > day || dayOf(content.to) < day))
    findings.push(
      on(content.dayReason ? 'warned' : 'unmet', content.dayReason ? 'other-day' : 'other-day-reason-needed', {
        serviceDate: day,
        on: dayOf(content.from),
      }),
    );
  return findings;
}

/**
 * 第十五条 「产业特派员完成服务后，被服务企业和参与对接主体对产业特派员服务情况进行评价」
 *
 * May this person rate this commissioner of this visit, with this content, now? The score decides nothing.
 */
export function mayRate(
  visit: Visit,
  who: Rater,
  commissionerId: string,
  content: RatingContent,
  now: Instant,
): Decision<boolean> {
  const on = finding('VIS-15-C');
  const rater = raterOf(visit, who);
  const findings: Finding[] = typeof rater === 'string' ? [on('unmet', rater)] : [];
  if (!effective(visit, 'specialist').some((one) => one.personId === commissionerId))
    findings.push(on('unmet', 'commissioner-not-in-visit'));
  findings.push(...ratingWindow(visit, now).findings, ...contentFindings(visit, content));
  return { value: findings.every((one) => one.verdict !== 'unmet'), findings };
}
