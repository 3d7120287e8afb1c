import { dayOf, type Instant } from '../kernel/calendar';
import { type Decision, type Finding, finding } from '../kernel/decision';
import type { CheckInMethod, Side, Visit } from './model';
import { effective, pairedAt, serviceDateOf, stateAt } from './state.rule';
import { VISIT } from './visit.params';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface CheckInAttempt {
  readonly personId: string;
  readonly side: Side;
  readonly method: Exclude<CheckInMethod, 'makeUp'>;
  readonly orgName: string;
  readonly receivedAt: Instant;
  readonly claimedAt?: Instant;
  /** Specialist side: is the person an active 产业特派员 on that day? Ineligible check-ins are kept and never counted. */
  readonly active?: boolean;
}

/**
 * What a claimed time is worth (DESIGN §4). Phones are often wrong and sometimes lie, so a claim from the future is
 * replaced by the receipt, and one that arrives too late needs approval. A live code proves the presence of the other
 * side for minutes only; a poster attempt proves nothing that the other side must not attest to anyway, so it may wait.
 */
export function checkInTime(
  attempt: Pick<CheckInAttempt, 'method' | 'receivedAt' | 'claimedAt'>,
): Decision<Instant | undefined> {
  const { receivedAt, claimedAt, method } = attempt;
  if (claimedAt === undefined) return { value: receivedAt, findings: [] };
  const at = finding('VIS-15-A');
  const facts = { claimedAt, receivedAt };
  if (claimedAt > receivedAt + VISIT.offline.aheadSeconds * 1000)
    return { value: receivedAt, findings: [at('warned', 'clock-ahead', facts)] };
  const limit = method === 'live' ? VISIT.offline.liveMinutes * MINUTE : VISIT.offline.posterHours * HOUR;
  if (receivedAt - claimedAt > limit)
    return {
      value: undefined,
      findings: [at('unmet', 'arrived-too-late', { ...facts, limitMinutes: limit / MINUTE })],
    };
  const value = Math.min(claimedAt, receivedAt);
  return { value, findings: receivedAt - value > MINUTE ? [at('warned', 'arrived-late', facts)] : [] };
}

/** Why nobody can join a visit any more; empty while somebody can. */
export const closedFindings = (visit: Visit, at: Instant): Finding[] => {
  const on = finding('VIS-15-A');
  const state = stateAt(visit, at);
  const closed: Partial<Record<typeof state, string>> = {
    voided: 'visit-voided',
    cancelled: 'visit-cancelled',
    completed: 'visit-over',
    rated: 'visit-over',
    rating_closed: 'visit-over',
    no_show: 'visit-over',
  };
  const because = closed[state];
  return because ? [on('unmet', because, { state })] : [];
};

/** The planned day, or within 240 minutes of the first check-in after midnight. */
const dayFindings = (visit: Visit, at: Instant): Finding[] => {
  const on = finding('VIS-15-A');
  const first = [...effective(visit, 'specialist'), ...effective(visit, 'enterprise')]
    .map((one) => one.at)
    .sort((a, b) => a - b)[0];
  const day = serviceDateOf(visit);
  if (first === undefined || day === undefined) {
    const planned = visit.plan?.day;
    const facts = { plannedOn: planned ?? null, on: dayOf(at) };
    return planned !== undefined && planned !== dayOf(at) ? [on('unmet', 'wrong-day', facts)] : [];
  }
  // A minute begun counts as one, and an offline claim may lie before the first check-in as well as after it.
  const minutes = Math.ceil(Math.abs(at - first) / MINUTE);
  const facts = { minutes, maxMinutes: VISIT.maxGapMinutes };
  if (dayOf(at) !== day)
    return [
      minutes <= VISIT.maxGapMinutes ? on('warned', 'overnight', facts) : on('unmet', 'other-side-too-late', facts),
    ];
  return pairedAt(visit) === undefined && minutes > VISIT.maxGapMinutes ? [on('warned', 'long-gap', facts)] : [];
};

/**
 * 第十五条 「双方均需……进行扫码签到，填写工作单位及职务、拟解决需求等信息」
 *
 * May this person be recorded on this side of this visit? All conditions run. The guide that the article refers to is not
 * public; our reading (AMB-01): the side that completes the pair must read a live code of the visit, so that a photographed
 * poster never makes a two-sided check-in; one person stands on one side, whichever came first.
 */
export function mayCheckIn(visit: Visit, attempt: CheckInAttempt, at: Instant): Decision<boolean> {
  const on = finding('VIS-15-A');
  const findings = [...closedFindings(visit, at), ...dayFindings(visit, at)];
  // Judged at entry: a later void revives nothing, so voided check-ins bind as well (D1).
  const elsewhere = visit.checkIns.find((one) => one.personId === attempt.personId && one.side !== attempt.side);
  if (elsewhere) findings.push(on('unmet', 'same-person-other-side', { side: attempt.side, already: elsewhere.side }));
  const opposite = attempt.side === 'specialist' ? 'enterprise' : 'specialist';
  if (attempt.method === 'poster' && effective(visit, opposite).length > 0)
    findings.push(on('unmet', 'live-code-needed', { side: attempt.side, already: opposite }));
  if (attempt.side === 'specialist' && attempt.active === false)
    findings.push(finding('BST-02-B')('warned', 'commissioner-inactive', { on: dayOf(at) }));
  if (attempt.side === 'enterprise' && attempt.orgName !== visit.enterprise.name)
    findings.push(
      finding('VIS-15-B')('warned', 'org-differs', { orgName: attempt.orgName, enterprise: visit.enterprise.name }),
    );
  const value = findings.every((one) => one.verdict !== 'unmet');
  return { value, findings: value ? [...findings, on('met', 'checked-in', { side: attempt.side })] : findings };
}
