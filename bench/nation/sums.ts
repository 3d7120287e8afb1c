import type { ProgressDoc, StandingDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { stationYearOf } from '../../cloudfunctions/_core/documents';
import { eligibilityOf, qualificationsOf, standingDraft } from '../../cloudfunctions/_core/standing';
import type { Draft } from '../../cloudfunctions/_core/store';
import type { Instant } from '../../shared/kernel/calendar';
import type { Person } from '../../shared/person';
import { addCounts, NO_VIEW_COUNTS, visitFacts } from '../../shared/station';
import { districtOfNo, enterpriseOf, stationOfNo } from './names';
import { classOf, enterprise, stationName } from './people';

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
  commissioners: ReadonlyMap<string, Person>,
  now: Instant,
): Sums {
  const stationId = stationOfNo(station);
  const stationYear = stationYearOf(stationId, year);
  const setup = { stationClass: classOf(station), district: districtOfNo(station), year };
  const eligibility = eligibilityOf(commissioners as Parameters<typeof eligibilityOf>[0], stationId);
  const byEnterprise = new Map<string, Draft<VisitDoc>[]>();
  for (const visit of visits) {
    const those = byEnterprise.get(visit.enterpriseId);
    if (those) those.push(visit);
    else byEnterprise.set(visit.enterpriseId, [visit]);
  }
  const qualifications = new Map(
    Array.from({ length: byEnterprise.size }, (_, no) => [
      enterpriseOf(station, no),
      qualificationsOf(enterprise(station, no)),
    ]),
  );
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
      validUntil: Math.min(9e15, ...standings.map((one) => one.validUntil)),
    },
  };
}
