import type { Instant, IsoDate } from '../kernel/calendar';
import type { Qualification } from '../station';

/** Where the enterprise belongs from a day on. A move is a new entry; a correction replaces one and says so. */
export interface DistrictSpan {
  readonly code: string;
  readonly from: IsoDate;
  readonly basis: '注册地' | '经营地';
  readonly by: string;
}

export interface VerifiedQualification extends Qualification {
  readonly id: string;
  readonly by?: string;
  readonly at?: Instant;
}

export interface Enterprise {
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly address: string;
  readonly industry: string;
  /** Printed on the poster, carried by its code: 8 characters. */
  readonly shortCode: string;
  readonly districts: readonly DistrictSpan[];
  readonly qualifications: readonly VerifiedQualification[];
  /** Persons who speak for it. */
  readonly contacts: readonly string[];
  readonly mergedInto?: string;
}
