import type { Instant, IsoDate } from '../kernel/calendar';
import type { Fact } from '../kernel/decision';

export const STATION_CLASSES = ['A', 'B', 'C'] as const;
export type StationClass = (typeof STATION_CLASSES)[number];

/** Metrics whose evidence is collected so far. The ledgers (demands, cooperations, meetings, news) join with their records. */
export const METRICS = ['contacted', 'keyServed', 'zjtx', 'personTimes'] as const;
export type Metric = (typeof METRICS)[number];

export const STATUSES = ['counted', 'pending', 'excluded'] as const;
export type ItemStatus = (typeof STATUSES)[number];

export type Reason =
  // counted
  | 'two-sided'
  | 'rated'
  | 'valid-certificate'
  | 'served'
  // pending
  | 'awaiting-other-side'
  | 'in-service'
  | 'unrated-open'
  | 'certificate-unverified'
  // excluded
  | 'one-sided'
  | 'commissioner-inactive'
  | 'not-resident'
  | 'out-of-district'
  | 'out-of-window'
  | 'voided'
  | 'unrated'
  | 'not-designated'
  | 'designated-late'
  | 'not-served'
  | 'certificate-lapsed'
  | 'certificate-not-yet'
  | 'level-not-counting';

/** A verified or claimed 专精特新 or similar title of an enterprise, valid on both end days. */
export interface Qualification {
  readonly level: string;
  readonly validFrom: IsoDate;
  readonly validThrough: IsoDate;
  readonly verified: boolean;
}

/** One commissioner's part in a visit, with what the tally asks of him on the service day. */
export interface Served {
  readonly id: string;
  readonly active: boolean;
  readonly resident: boolean;
  /** The enterprise has an effective rating about him. */
  readonly rated: boolean;
}

/**
 * All that the tally needs to know of a visit. The state is left to time: `pairedAt`, `completedAt` and `ratingEnds` are
 * moments that the tally compares with its own.
 */
export interface VisitFacts {
  readonly visitId: string;
  /** Service day, or the planned day while nobody has checked in. */
  readonly day: IsoDate;
  readonly district: string;
  readonly override: boolean;
  readonly voided: boolean;
  readonly cancelled: boolean;
  readonly commissioners: readonly Served[];
  readonly enterpriseIn: boolean;
  /** The moment from which a one-sided visit no longer waits for the other side. */
  readonly waitEnds: Instant;
  readonly completedAt: Instant | null;
  readonly ratingEnds: Instant | null;
}

export interface Designation {
  readonly from: IsoDate;
  readonly withdrawn: boolean;
}

/** Everything that decides what one enterprise means for one station in one year. */
export interface EnterpriseFacts {
  readonly enterpriseId: string;
  readonly visits: readonly VisitFacts[];
  readonly designation: Designation | null;
  readonly qualifications: readonly Qualification[];
}

/** One line of evidence: an enterprise, or for person-times a commissioner at an enterprise on a day. */
export interface Item {
  readonly metric: Metric;
  readonly enterpriseId: string;
  readonly commissionerId?: string;
  readonly status: ItemStatus;
  readonly because: Reason;
  /** The day on which it counts, or on which it would have. */
  readonly day: IsoDate | null;
  readonly visitIds: readonly string[];
  readonly facts: Readonly<Record<string, Fact>>;
}

export type Count = Readonly<Record<ItemStatus, number>>;
/** Per metric; `excluded` broken down by reason elsewhere. */
export type Counts = Readonly<Record<Metric, Count>>;

export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
