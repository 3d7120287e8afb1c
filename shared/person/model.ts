import type { Grant } from '../access';
import type { Instant, IsoDate } from '../kernel/calendar';

/** A time during which a commissioner is not active. The first day counts as inactive (D1). */
export interface Suspension {
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly reason: string;
  readonly by: string;
}

/** 驻站. Counts from its first day, also if it is approved later (Part J); the last day is included. */
export interface Residency {
  readonly id: string;
  readonly stationId: string;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly proposedBy: string;
  readonly approved?: { readonly by: string; readonly at: Instant };
}

/** What the form is prefilled with: what was typed last, on either side. */
export interface LastForm {
  readonly orgName: string;
  readonly title: string;
  readonly need: string;
  readonly name?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly orgName: string;
  readonly title: string;
  /** 专业领域, for a commissioner. */
  readonly fields: readonly string[];
  readonly grants: readonly Grant[];
  readonly suspensions: readonly Suspension[];
  readonly residencies: readonly Residency[];
  /** Sessions of an earlier epoch are withdrawn. */
  readonly sessionEpoch: number;
  readonly lastForm?: LastForm;
}
