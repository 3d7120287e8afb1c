import type { Enterprise } from '../../shared/enterprise';
import type { Instant } from '../../shared/kernel/calendar';
import { isActiveCommissioner, isResident } from '../../shared/person';
import {
  countsChangeAt,
  countsOf,
  type Eligibility,
  type EnterpriseFacts,
  type StationYear,
} from '../../shared/station';
import {
  type DesignationDoc,
  type EnterpriseDoc,
  NEVER,
  type PersonDoc,
  type StandingDoc,
  type StationDoc,
} from './documents';
import type { Draft } from './store';

/** From documents to the facts that count, and from facts to a standing. */

export const standingId = (stationYear: string, enterpriseId: string): string => `${stationYear}:${enterpriseId}`;

export const eligibilityOf =
  (people: ReadonlyMap<string, PersonDoc>, stationId: string): Eligibility =>
  (id, day) => {
    const person = people.get(id);
    return {
      active: person !== undefined && isActiveCommissioner(person, day),
      resident: person !== undefined && isResident(person, stationId, day),
    };
  };

export const qualificationsOf = (enterprise: Pick<Enterprise, 'qualifications'>): EnterpriseFacts['qualifications'] =>
  enterprise.qualifications.map(({ level, validFrom, validThrough, verified }) => ({
    level,
    validFrom,
    validThrough,
    verified,
  }));

export const designationOf = (
  designation: Pick<DesignationDoc, 'from' | 'withdrawn'> | undefined,
): EnterpriseFacts['designation'] =>
  designation ? { from: designation.from, withdrawn: designation.withdrawn } : null;

export const stationYearSetup = (station: StationDoc, year: number): StationYear | undefined => {
  const setup = station.years[String(year)];
  return setup && { stationClass: setup.stationClass, district: station.district, year };
};

/** The facts of an enterprise that has no standing yet: itself and its designation. */
export const freshFacts = (enterprise: EnterpriseDoc, designation: DesignationDoc | undefined): EnterpriseFacts => ({
  enterpriseId: enterprise.id,
  visits: [],
  designation: designationOf(designation),
  qualifications: qualificationsOf(enterprise),
});

/** A standing as of now: facts in, counts and their best-before out. */
export const standingDraft = (
  stationYear: string,
  stationId: string,
  facts: EnterpriseFacts,
  setup: StationYear,
  now: Instant,
): Draft<StandingDoc> => ({
  id: standingId(stationYear, facts.enterpriseId),
  scope: stationId,
  stationYear,
  facts,
  counts: countsOf(facts, setup, now),
  validUntil: countsChangeAt(facts, now) ?? NEVER,
});
