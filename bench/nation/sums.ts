import {
  NEVER,
  type ProgressDoc,
  personDraft,
  type StandingDoc,
  stationYearOf,
  type VisitDoc,
} from '../../cloudfunctions/_core/documents';
import { eligibilityOf, qualificationsOf, standingDraft } from '../../cloudfunctions/_core/standing';
import type { Draft } from '../../cloudfunctions/_core/store';
import type { Instant } from '../../shared/kernel/calendar';
import { addCounts, NO_VIEW_COUNTS, visitFacts } from '../../shared/station';
import { districtOfNo, stationOfNo } from './names';
import { type Cast, classOf, stationName } from './people';

interface Sums {
  readonly standings: readonly Draft<StandingDoc>[];
  readonly progress: Draft<ProgressDoc>;
}

/** What the recount would keep of a station's year, made by its own functions from the visits at hand. */
export function sumsOf(
  station: number,
  year: number,
  inheritFrom: number,
  visits: readonly Draft<VisitDoc>[],
  cast: Cast,
  now: Instant,
): Sums {
  const stationId = stationOfNo(station);
  const stationYear = stationYearOf(stationId, year);
  const setup = { stationClass: classOf(station), district: districtOfNo(station), year };
  const people = cast.commissioners.map((one) => [one.id, { ...personDraft(one), rev: 1 }] as const);
  const eligibility = eligibilityOf(new Map(people), stationId);
  const byEnterprise = new Map<string, Draft<VisitDoc>[]>();
  for (const visit of visits) {
    const those = byEnterprise.get(visit.enterpriseId);
    if (those) those.push(visit);
    else byEnterprise.set(visit.enterpriseId, [visit]);
  }
  const qualifications = new Map(cast.enterprises.map((one) => [one.id, qualificationsOf(one)]));
  const standings = [...byEnterprise].map(([enterpriseId, those]) =>
    standingDraft(
      stationYear,
      stationId,
      {
        enterpriseId,
        visits: those.map((visit) => visitFacts(visit, eligibility)).sort((a, b) => (a.visitId < b.visitId ? -1 : 1)),
        designation: null,
        qualifications: qualifications.get(enterpriseId) ?? [],
      },
      setup,
      now,
    ),
  );
  return {
    standings,
    progress: {
      id: stationYear,
      scope: stationId,
      stationId,
      year,
      setup: {
        name: stationName(station),
        district: setup.district,
        stationClass: setup.stationClass,
        agreement: {},
        inheritFrom,
      },
      counts: standings.reduce((sum, one) => addCounts(sum, one.counts), NO_VIEW_COUNTS),
      validUntil: Math.min(NEVER, ...standings.map((one) => one.validUntil)),
    },
  };
}
