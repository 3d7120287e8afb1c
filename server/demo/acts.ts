import { checkInId, idFrom, ratingId } from '../../cloudfunctions/_core/ids';
import { dayOf, type Instant, type IsoDate } from '../../shared/kernel/calendar';
import type { Decision } from '../../shared/kernel/decision';
import {
  type CheckIn,
  checkInTime,
  effective,
  mayCancel,
  mayCheckIn,
  mayComplete,
  mayRate,
  mayReopenRating,
  mayVoid,
  type PartyKind,
  type Rating,
  type RatingContent,
  raterOf,
  ratingWindow,
  type Side,
  type Visit,
  type VisitEvent,
  type VoidKind,
} from '../../shared/visit';

/** What people do to a visit, each as the call of that name does it: judged by the same rule, leaving the same lines. */

export type Line = Omit<VisitEvent, 'seq' | 'hash' | 'at'>;
interface Done {
  readonly next: Visit;
  readonly lines: readonly Line[];
}
/** `undefined`: nothing to do any more. */
export type Act = (visit: Visit, at: Instant, nonce: string) => Done | undefined;

/** A demonstration of what the rules refuse would be a lie: it is a mistake of the script. */
export function insist(decision: Decision<boolean>, visit: Visit): void {
  if (decision.value) return;
  const because = decision.findings.filter((one) => one.verdict === 'unmet').map((one) => one.because);
  throw new Error(`the demonstration breaks a rule: ${because.join(', ')} (${visit.id}, ${visit.enterprise.name})`);
}

export interface Attendance {
  readonly side: Side;
  readonly personId: string;
  readonly name: string;
  readonly orgName: string;
  readonly title: string;
  readonly need: string;
  readonly partyKind?: PartyKind;
  readonly claimedAt?: Instant;
  readonly active?: boolean;
  /** The enterprise's district on the day, for the snapshot. */
  readonly districtOn: (day: IsoDate) => string;
}

export const checksIn =
  (who: Attendance): Act =>
  (visit, receivedAt, nonce) => {
    const { side, personId, name, orgName, title, need, partyKind, claimedAt, active } = who;
    const opposite = side === 'specialist' ? 'enterprise' : 'specialist';
    const method = side === 'party' || effective(visit, opposite).length > 0 ? 'live' : 'poster';
    const time = checkInTime({ method, receivedAt, ...(claimedAt !== undefined && { claimedAt }) });
    const at = time.value ?? receivedAt;
    const first = effective(visit, 'specialist').length + effective(visit, 'enterprise').length === 0;
    const base =
      first && side !== 'party'
        ? { ...visit, enterprise: { ...visit.enterprise, district: who.districtOn(dayOf(at)), takenAt: at } }
        : visit;
    const attempt = { personId, side, method, orgName, receivedAt, ...(active !== undefined && { active }) } as const;
    const decision = mayCheckIn(base, attempt, at);
    insist(decision, visit);
    const own = visit.checkIns.filter((one) => one.personId === personId).length;
    const checkIn: CheckIn = {
      id: checkInId(visit.id, side, personId) + (own > 0 ? `:${own + 1}` : ''),
      side,
      personId,
      name,
      orgName,
      title,
      need,
      ...(partyKind && { partyKind }),
      method,
      at,
      receivedAt,
      ...(claimedAt !== undefined && { claimedAt }),
      nonce,
      ...(method === 'live' && { codeId: idFrom(5, visit.id, nonce) }),
      findings: [...time.findings, ...decision.findings],
    };
    return {
      next: {
        ...base,
        checkIns: [...visit.checkIns, checkIn],
        commissionerIds:
          side === 'specialist' ? [...new Set([...visit.commissionerIds, personId])] : visit.commissionerIds,
        topic: visit.topic || need.slice(0, 100),
      },
      lines: [{ kind: 'checkedIn', by: personId, nonce, ref: checkIn.id }],
    };
  };

export const completes =
  (personId: string, enterpriseContact: boolean, overnightReason?: string): Act =>
  (visit, at, nonce) => {
    const reason = overnightReason !== undefined && { overnightReason };
    insist(mayComplete(visit, { personId, enterpriseContact, ...reason }, at), visit);
    return {
      next: { ...visit, completion: { at, by: personId, auto: false, ...reason } },
      lines: [
        { kind: 'completed', by: personId, nonce, ...(overnightReason !== undefined && { reason: overnightReason }) },
      ],
    };
  };

/** A second time by the same party amends. Outside the window nothing happens: people then meet a closed form. */
export const rates =
  (personId: string, enterpriseContact: boolean, commissionerId: string, content: RatingContent): Act =>
  (visit, at, nonce) => {
    if (visit.voided || ratingWindow(visit, at).value !== 'open') return undefined;
    const who = { personId, enterpriseContact };
    insist(mayRate(visit, who, commissionerId, content, at), visit);
    const rater = raterOf(visit, who);
    if (typeof rater === 'string') return undefined;
    const version = { ...content, at, by: personId, nonce };
    const before = visit.ratings.find(
      (one) => one.commissionerId === commissionerId && one.rater === rater.rater && !one.voided,
    );
    const rating: Rating = before
      ? { ...before, versions: [...before.versions, version] }
      : { id: ratingId(visit.id, commissionerId, rater.rater), commissionerId, ...rater, versions: [version] };
    const others = visit.ratings.filter((one) => one !== before);
    return {
      next: { ...visit, ratings: [...others, rating] },
      lines: [{ kind: before ? 'amended' : 'rated', by: personId, nonce, ref: rating.id }],
    };
  };

export const cancels =
  (by: string, reason: string): Act =>
  (visit, at, nonce) => {
    insist(mayCancel(visit, at), visit);
    return { next: { ...visit, cancelled: { at, by, reason } }, lines: [{ kind: 'cancelled', by, nonce, reason }] };
  };

export const voids =
  (by: string, kind: VoidKind, reason: string): Act =>
  (visit, at, nonce) => {
    insist(mayVoid(visit, at), visit);
    return { next: { ...visit, voided: { at, by, kind, reason } }, lines: [{ kind: 'voided', by, nonce, reason }] };
  };

export const voidsCheckIn =
  (side: Side, by: string, kind: VoidKind, reason: string): Act =>
  (visit, at, nonce) => {
    const struck = effective(visit, side)[0];
    if (!struck) return undefined;
    insist(mayVoid(visit, at), visit);
    const voided = { at, by, kind, reason };
    return {
      next: { ...visit, checkIns: visit.checkIns.map((one) => (one === struck ? { ...one, voided } : one)) },
      lines: [{ kind: 'checkInVoided', by, nonce, ref: struck.id, reason }],
    };
  };

export const voidsRating =
  (by: string, kind: VoidKind, reason: string): Act =>
  (visit, at, nonce) => {
    const struck = visit.ratings.find((one) => !one.voided);
    if (!struck) return undefined;
    const voided = { at, by, kind, reason };
    return {
      next: { ...visit, ratings: visit.ratings.map((one) => (one === struck ? { ...one, voided } : one)) },
      lines: [{ kind: 'ratingVoided', by, nonce, ref: struck.id, reason }],
    };
  };

export const reopensRating =
  (by: string, through: IsoDate, reason: string): Act =>
  (visit, at, nonce) => {
    insist(mayReopenRating(visit, through, at), visit);
    return {
      next: { ...visit, ratingReopenedThrough: through },
      lines: [{ kind: 'ratingReopened', by, nonce, reason }],
    };
  };
