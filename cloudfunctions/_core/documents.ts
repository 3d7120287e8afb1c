import type { Enterprise } from '../../shared/enterprise';
import { districtOn } from '../../shared/enterprise';
import type { Instant, IsoDate } from '../../shared/kernel/calendar';
import { yearOf } from '../../shared/kernel/calendar';
import type { Finding } from '../../shared/kernel/decision';
import type { Person } from '../../shared/person';
import type { EnterpriseFacts, Metric, StationClass, ViewCounts } from '../../shared/station';
import { dayOfVisit, nextChangeAt, openMakeUp, type Visit } from '../../shared/visit';
import type { Doc, Draft } from './store';

/** How the domain's records lie in the store: the record, plus the index fields that are derived from it on each write. */

/** Past any moment that matters: for index fields where nothing is due. */
export const NEVER = 9e15;
export const CITY = 'city';

export const stationYearOf = (stationId: string, year: number): string => `${stationId}:${year}`;

export interface Logged {
  /** Who did what to this record, chained by hash. */
  readonly log: readonly LogEntry[];
}

export interface LogEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly what: string;
  readonly nonce?: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly hash: string;
}

export interface PersonDoc extends Doc, Person, Logged {
  /** `commissioner`, `stationLead:ST110119`, `resident:ST110119` …: how people of a role are found. */
  readonly roleKeys: readonly string[];
}

export const personDraft = (person: Person & Logged): Draft<PersonDoc> => ({
  ...person,
  scope: CITY,
  roleKeys: [
    ...new Set([
      ...person.grants.map((grant) => roleKey(grant.role, Object.values(grant.scope)[0])),
      ...person.residencies.map((one) => roleKey('resident', one.stationId)),
    ]),
  ],
});

export const roleKey = (role: string, scope?: string): string => (scope === undefined ? role : `${role}:${scope}`);

export interface EnterpriseDoc extends Doc, Enterprise, Logged {
  /** The district of its newest entry, for lists. Counting asks `districtOn` the day. */
  readonly district: string;
}

export const enterpriseDraft = (enterprise: Enterprise & Logged): Draft<EnterpriseDoc> => ({
  ...enterprise,
  scope: CITY,
  district: districtOn(enterprise, '9999-12-31') ?? '',
});

export interface StationYearSetup {
  readonly stationClass: StationClass;
  readonly agreement: Partial<Readonly<Record<Metric, number>>>;
}

export interface StationDoc extends Doc, Logged {
  readonly district: string;
  readonly name: string;
  readonly hostOrg: string;
  /** By year, as text. */
  readonly years: Readonly<Record<string, StationYearSetup>>;
}

export interface VisitDoc extends Doc, Visit {
  readonly day: IsoDate;
  readonly stationYear: string;
  /** Everybody who is planned for it or took part in it. */
  readonly people: readonly string[];
  /** When time alone changes it next. */
  readonly dueAt: number;
  /** What it waits for, with whose: `makeUp:ST110119`. */
  readonly awaits: readonly string[];
  /** Service days on which it stood before: whoever proves such a day finds it there. */
  readonly leftDays: readonly IsoDate[];
  /** Time's events are written down up to this moment. */
  readonly writtenTo: Instant;
  /** The station-year whose sums have not taken this version in yet, otherwise null (see fold.ts). */
  readonly untallied: string | null;
}

/** The stored form of a visit as of a moment, as far as the sums know it. */
export function visitDraft(visit: Visit & { readonly writtenTo?: Instant }, now: Instant): Draft<VisitDoc> {
  const day = dayOfVisit(visit);
  const stationYear = stationYearOf(visit.stationId, yearOf(day));
  return {
    ...visit,
    scope: visit.stationId,
    day,
    stationYear,
    people: [...new Set([...visit.commissionerIds, ...visit.checkIns.map((one) => one.personId)])],
    dueAt: nextChangeAt(visit, now) ?? NEVER,
    awaits: openMakeUp(visit) && !visit.voided ? [`makeUp:${visit.stationId}`] : [],
    writtenTo: now,
    leftDays: [],
    untallied: null,
  };
}

export interface DesignationDoc extends Doc, Logged {
  readonly stationId: string;
  readonly stationYear: string;
  readonly enterpriseId: string;
  readonly from: IsoDate;
  readonly reason: string;
  readonly withdrawn: boolean;
}

/** What one enterprise means for one station's year: derived, kept for speed, rebuilt by the recount. */
export interface StandingDoc extends Doc {
  readonly stationYear: string;
  readonly facts: EnterpriseFacts;
  readonly counts: ViewCounts;
  readonly validUntil: Instant;
}

export interface ProgressSetup {
  readonly name: string;
  readonly district: string;
  readonly stationClass: StationClass;
  readonly agreement: StationYearSetup['agreement'];
  /** The year whose figures the center has taken over for this one. */
  readonly inheritFrom: number | null;
}

/**
 * The sum over a station's standings. `validUntil` 0: something changed that asks for a recount.
 * `setup`: what the station's year is measured by, copied by the recount, so that a reader needs this document alone.
 */
export interface ProgressDoc extends Doc {
  readonly stationId: string;
  readonly year: number;
  readonly setup?: ProgressSetup;
  readonly counts: ViewCounts;
  readonly validUntil: Instant;
}

/** An attempt that was refused. Accepted ones are kept whole in the visit. */
export interface AttemptDoc extends Doc {
  readonly personId: string;
  readonly at: Instant;
  readonly call: string;
  readonly nonce: string;
  readonly codeKind: string;
  readonly visitId: string;
  readonly claimedAt: Instant | null;
  readonly findings: readonly Finding[];
}

export interface NoticeDoc extends Doc {
  readonly personId: string;
  readonly at: Instant;
  readonly kind: string;
  readonly visitId: string;
  readonly subject: string;
  readonly read: boolean;
}

export interface InvitationDoc extends Doc, Logged {
  readonly role: string;
  readonly grantScope: Readonly<Record<string, string>>;
  readonly name: string;
  readonly to: IsoDate | null;
  readonly expiresAt: Instant;
  readonly by: string;
  readonly usedBy: string | null;
}

export interface SettingsDoc extends Doc, Logged {
  /** year → the year whose figures the center has taken over. */
  readonly inheritFrom: Readonly<Record<string, number>>;
  /** Data invented by the demonstration. */
  readonly demo: boolean;
  /** Who can be played in the demonstration, and what each of them sees. */
  readonly demoPeople?: readonly { readonly id: string; readonly what: string }[];
}
export const SETTINGS_ID = 'settings';

export interface AuditRootDoc extends Doc {
  readonly day: IsoDate;
  readonly root: string;
  readonly records: number;
}
