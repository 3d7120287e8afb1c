import type { Enterprise } from '../../shared/enterprise';
import { type Instant, type IsoDate, yearOf } from '../../shared/kernel/calendar';
import { isActiveCommissioner, isResident, type Person } from '../../shared/person';
import {
  districtOfStation,
  type EnterpriseFacts,
  type StationClass,
  type StationYear,
  tally,
  type ViewCounts,
  visitFacts,
} from '../../shared/station';
import { dayOfVisit, type Visit } from '../../shared/visit';

/** 重点服务 list: one station's word about one enterprise for one year. */
export interface DesignationRecord {
  readonly stationId: string;
  readonly enterpriseId: string;
  readonly year: number;
  readonly from: IsoDate;
  readonly withdrawn: boolean;
}

/** Plain records, before anything has been derived from them. */
export interface Records {
  readonly visits: readonly Visit[];
  readonly persons: readonly Person[];
  readonly enterprises: readonly Enterprise[];
  readonly designations: readonly DesignationRecord[];
}

/** Whose numbers are asked for. */
export interface Asked {
  readonly stationId: string;
  readonly stationClass: StationClass;
  readonly year: number;
}

export const recordsOf = (part: Partial<Records>): Records => ({
  visits: [],
  persons: [],
  enterprises: [],
  designations: [],
  ...part,
});

export const stationYearOf = ({ stationId, stationClass, year }: Asked): StationYear => ({
  stationClass,
  district: districtOfStation(stationId),
  year,
});

/** Records as the tally takes them. Enterprises without a record stand for themselves. */
export function factsOf(records: Records, { stationId, year }: Asked): readonly EnterpriseFacts[] {
  const enterprise = (id: string) => records.enterprises.find((one) => one.id === id);
  const canonical = (id: string): string => enterprise(id)?.mergedInto ?? id;
  const person = (id: string) => records.persons.find((one) => one.id === id);
  const visits = records.visits.filter((one) => one.stationId === stationId && yearOf(dayOfVisit(one)) === year);
  const designations = records.designations.filter((one) => one.stationId === stationId && one.year === year);
  const ids = [...new Set([...visits, ...designations].map((one) => canonical(one.enterpriseId)))];
  return ids.map((enterpriseId) => {
    const designation = designations
      .filter((one) => canonical(one.enterpriseId) === enterpriseId)
      .sort((a, b) => Number(a.withdrawn) - Number(b.withdrawn) || (a.from < b.from ? -1 : 1))[0];
    return {
      enterpriseId,
      visits: visits
        .filter((one) => canonical(one.enterpriseId) === enterpriseId)
        .map((one) =>
          visitFacts(one, (id, day) => {
            const known = person(id);
            return {
              active: known !== undefined && isActiveCommissioner(known, day),
              resident: known !== undefined && isResident(known, stationId, day),
            };
          }),
        ),
      designation: designation ? { from: designation.from, withdrawn: designation.withdrawn } : null,
      qualifications: enterprise(enterpriseId)?.qualifications ?? [],
    };
  });
}

export const tallyOf = (records: Records, asked: Asked, now: Instant): ViewCounts =>
  tally(factsOf(records, asked), stationYearOf(asked), now);
