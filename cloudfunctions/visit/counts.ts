import type { Output } from '../../shared/api';
import { type Instant, yearOf } from '../../shared/kernel/calendar';
import { CLAUSE_OF, contextOf, type EnterpriseFacts, type Item, itemsOf, visitFacts } from '../../shared/station';
import { dayOfVisit } from '../../shared/visit';
import type { DesignationDoc, EnterpriseDoc, PersonDoc, StandingDoc, StationDoc, VisitDoc } from '../_core/documents';
import { stationYearOf } from '../_core/documents';
import { fold } from '../_core/fold';
import { designationOf, eligibilityOf, qualificationsOf, standingId, stationYearSetup } from '../_core/standing';
import type { Store } from '../_core/store';

type Count = Output<'visit.get'>['visit']['counts'][number];

const sameCase = (a: Item) => (b: Item) => a.metric === b.metric && a.commissionerId === b.commissionerId;

/**
 * What one visit counts for by itself, and why not where it does not: the same rules over facts that hold this visit alone,
 * beside how many visits carry the same case.
 */
export async function countsOfVisit(
  store: Store,
  visit: VisitDoc,
  people: ReadonlyMap<string, PersonDoc>,
  now: Instant,
): Promise<Count[]> {
  const year = yearOf(dayOfVisit(visit));
  const stationYear = stationYearOf(visit.stationId, year);
  if (visit.untallied !== null) await fold(store, stationYear, now);
  const load = async (enterpriseId: string) =>
    (await store.get([
      { collection: 'stations', id: visit.stationId },
      { collection: 'enterprises', id: enterpriseId },
      { collection: 'designations', id: standingId(stationYear, enterpriseId) },
      { collection: 'standings', id: standingId(stationYear, enterpriseId) },
    ])) as [StationDoc?, EnterpriseDoc?, DesignationDoc?, StandingDoc?];
  let docs = await load(visit.enterpriseId);
  if (docs[1]?.mergedInto) docs = await load(docs[1].mergedInto);
  const [station, enterprise, designation, standing] = docs;
  const setup = station && stationYearSetup(station, year);
  if (!setup || !enterprise) return [];
  const facts: EnterpriseFacts = {
    enterpriseId: enterprise.id,
    visits: [visitFacts(visit, eligibilityOf(people, visit.stationId))],
    designation: standing?.facts.designation ?? designationOf(designation),
    qualifications: qualificationsOf(enterprise),
  };
  const context = contextOf(setup, 'acceptance', now);
  const together = standing ? itemsOf(standing.facts, context) : [];
  return itemsOf(facts, context).map((item) => ({
    metric: item.metric,
    clause: CLAUSE_OF[setup.stationClass][item.metric],
    status: item.status,
    because: item.because,
    facts: {
      ...item.facts,
      ...(item.commissionerId !== undefined && {
        commissionerId: item.commissionerId,
        commissioner: people.get(item.commissionerId)?.name ?? '',
      }),
    },
    visits: together.find(sameCase(item))?.visitIds.length ?? 1,
  }));
}
