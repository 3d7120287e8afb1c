import type { Instant, IsoDate } from '../kernel/calendar';
import type { Finding } from '../kernel/decision';

export const SIDES = ['specialist', 'enterprise', 'party'] as const;
export type Side = (typeof SIDES)[number];

export const VISIT_STATES = [
  'planned',
  'specialist_in',
  'enterprise_in',
  'in_service',
  'completed',
  'rated',
  'rating_closed',
  'awaiting_other_side',
  'no_show',
  'cancelled',
  'voided',
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export const SERVICE_TYPES = ['科技咨询', '技术诊断', '产品开发', '成果转化', '其他'] as const; // STN-02-A
export type ServiceType = (typeof SERVICE_TYPES)[number];

export const PARTY_KINDS = ['学协会', '高校科协', '本区科协基层组织', '区科协', '站点', '其他'] as const; // STN-03-C
export type PartyKind = (typeof PARTY_KINDS)[number];

export const VOID_KINDS = ['误录', '重复', '虚假', '其他'] as const;
export type VoidKind = (typeof VOID_KINDS)[number];

export interface Voided {
  readonly at: Instant;
  readonly by: string;
  readonly kind: VoidKind;
  readonly reason: string;
}

/** How a check-in came about. `poster` says which enterprise, `live` says which visit, `makeUp` was approved afterwards. */
export type CheckInMethod = 'poster' | 'live' | 'makeUp';

/** One person on one side. Never rewritten: only `voided` may be added. */
export interface CheckIn {
  readonly id: string;
  readonly side: Side;
  readonly personId: string;
  readonly name: string;
  readonly orgName: string;
  readonly title: string;
  readonly need: string;
  readonly partyKind?: PartyKind;
  readonly method: CheckInMethod;
  /** Server time of receipt. Decides, except where a rule accepted the claimed time. */
  readonly at: Instant;
  /** When it was received, and what the phone claimed. */
  readonly receivedAt: Instant;
  readonly claimedAt?: Instant;
  readonly nonce: string;
  /** The live code that was read, spent for everybody else. */
  readonly codeId?: string;
  readonly findings: readonly Finding[];
  readonly voided?: Voided;
}

export interface RatingContent {
  readonly theme: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly expertise: number;
  readonly satisfaction: number;
  readonly comment?: string;
  /** Why the time lies on another day than the service (VIS-15-D). */
  readonly dayReason?: string;
}

/** One rating party's view of one commissioner. The newest version is the one in force; older ones are kept. */
export interface Rating {
  readonly id: string;
  readonly commissionerId: string;
  readonly raterKind: 'enterprise' | 'party';
  /** `enterprise`, or the party's normalised name. */
  readonly rater: string;
  readonly versions: readonly RatingVersion[];
  readonly voided?: Voided;
}

export interface RatingVersion extends RatingContent {
  readonly at: Instant;
  readonly by: string;
  readonly nonce: string;
}

/** A missing side, added afterwards with a reason, the other side's word and an approval. */
export interface MakeUp {
  readonly id: string;
  readonly side: 'specialist' | 'enterprise';
  readonly personId: string;
  readonly name: string;
  readonly orgName: string;
  readonly title: string;
  readonly need: string;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly nonce: string;
  readonly confirmed?: { readonly at: Instant; readonly by: string };
  readonly decided?: { readonly at: Instant; readonly by: string; readonly approved: boolean; readonly reason: string };
}

export type VisitEventKind =
  | 'planned'
  | 'checkedIn'
  | 'completed'
  | 'autoCompleted'
  | 'rated'
  | 'amended'
  | 'ratingClosed'
  | 'ratingReopened'
  | 'ratingVoided'
  | 'cancelled'
  | 'noShow'
  | 'awaiting'
  | 'checkInVoided'
  | 'voided'
  | 'makeUpRequested'
  | 'makeUpConfirmed'
  | 'makeUpDecided'
  | 'reminded'
  | 'merged';

/** One line of a visit's history, chained by hash: nothing can be taken out unseen. */
export interface VisitEvent {
  readonly seq: number;
  readonly kind: VisitEventKind;
  readonly at: Instant;
  /** Person id, or `system`. */
  readonly by: string;
  readonly nonce?: string;
  /** The check-in, rating or make-up that it is about. */
  readonly ref?: string;
  readonly reason?: string;
  readonly hash: string;
}

/** What the enterprise was on the service day. Taken at the first check-in that sets the day, never rewritten. */
export interface EnterpriseSnapshot {
  readonly name: string;
  readonly district: string;
  readonly takenAt: Instant;
}

export interface Completion {
  readonly at: Instant;
  readonly by: string;
  readonly auto: boolean;
  readonly overnightReason?: string;
}

/**
 * The aggregate: a visit with its check-ins, ratings and history is one document. Its state is not a field of it:
 * `stateAt` derives it from these records and the moment, so no timer can be late for a number.
 */
export interface Visit {
  readonly id: string;
  readonly stationId: string;
  readonly enterpriseId: string;
  readonly origin: 'planned' | 'walkIn';
  readonly plan?: {
    readonly day: IsoDate;
    /** Moments, where a time of day was agreed. */
    readonly from?: Instant;
    readonly to?: Instant;
    readonly by: string;
    readonly nonce: string;
    /** Why a station serves an enterprise outside its district. */
    readonly overrideReason?: string;
  };
  readonly topic: string;
  readonly serviceTypes: readonly ServiceType[];
  readonly serviceNote?: string;
  /** Planned and checked-in commissioners. */
  readonly commissionerIds: readonly string[];
  readonly enterprise: EnterpriseSnapshot;
  readonly checkIns: readonly CheckIn[];
  readonly ratings: readonly Rating[];
  readonly makeUps: readonly MakeUp[];
  readonly completion?: Completion;
  /** Last day of a reopened rating window. */
  readonly ratingReopenedThrough?: IsoDate;
  readonly cancelled?: { readonly at: Instant; readonly by: string; readonly reason: string };
  readonly voided?: Voided;
  readonly history: readonly VisitEvent[];
}
