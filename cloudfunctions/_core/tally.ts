import type { Instant } from '../../shared/kernel/calendar';
import { addCounts, type Eligibility, type EnterpriseFacts, NO_VIEW_COUNTS } from '../../shared/station';
import type { DesignationDoc, EnterpriseDoc, PersonDoc, ProgressDoc, StandingDoc, StationDoc } from './documents';
import { absorbedBy } from './merged';
import {
  designationOf,
  eligibilityOf,
  freshFacts,
  qualificationsOf,
  standingDraft,
  standingId,
  stationYearSetup,
} from './standing';
import type { Change, Draft, Key, Store } from './store';
import { writeOf } from './write';

/**
 * Keeps standings and progress in step with the records. The truth is `tally` in shared/station; what is kept here is a sum
 * of the same function's results, and the recount proves it nightly. Visits are taken in afterwards, by fold.ts; the rarer
 * records move the sums in their own commit.
 */

export type TallyChange =
  | { readonly kind: 'designation'; readonly designation: Draft<DesignationDoc> }
  /** Something that may concern any enterprise of these station-years: their next reader recounts. */
  | { readonly kind: 'recount'; readonly stationYears: readonly string[] };

/** What happens to the facts of one enterprise in one station's year. */
export interface Edit {
  readonly enterpriseId: string;
  /** Whose eligibility `apply` will ask for. */
  readonly commissioners: readonly string[];
  readonly apply: (facts: EnterpriseFacts, eligibility: Eligibility) => EnterpriseFacts;
}

const stationOf = (stationYear: string): string => stationYear.slice(0, stationYear.lastIndexOf(':'));
const yearOf = (stationYear: string): number => Number(stationYear.slice(stationYear.lastIndexOf(':') + 1));

/** Several documents in one round trip, found again by what they are. */
async function loadAll(store: Store, keys: readonly Key[]) {
  const docs = await store.get(keys);
  const found = new Map(keys.map(({ collection, id }, i) => [`${collection} ${id}`, docs[i]]));
  return <D>(collection: Key['collection'], id: string): D | undefined =>
    found.get(`${collection} ${id}`) as D | undefined;
}

/** The standings and the progress of a station's year after these edits; nothing where it has no project that year. */
export async function editChanges(
  store: Store,
  stationYear: string,
  edits: readonly Edit[],
  now: Instant,
): Promise<readonly Change[]> {
  const stationId = stationOf(stationYear);
  const ofEnterprise = (id: string): Key[] => [
    { collection: 'enterprises', id },
    { collection: 'designations', id: standingId(stationYear, id) },
    { collection: 'standings', id: standingId(stationYear, id) },
  ];
  const named = [...new Set(edits.map((edit) => edit.enterpriseId))];
  const people = [...new Set(edits.flatMap((edit) => edit.commissioners))];
  const first = await loadAll(store, [
    { collection: 'stations', id: stationId },
    { collection: 'progress', id: stationYear },
    ...named.flatMap(ofEnterprise),
    ...people.map((id): Key => ({ collection: 'persons', id })),
  ]);
  const station = first<StationDoc>('stations', stationId);
  const progress = first<ProgressDoc>('progress', stationYear);
  const setup = station && stationYearSetup(station, yearOf(stationYear));
  if (!setup || !progress) return [];
  const mergedInto = (id: string): string => first<EnterpriseDoc>('enterprises', id)?.mergedInto ?? id;
  const others = [...new Set(named.map(mergedInto))].filter((id) => !named.includes(id));
  const second = others.length > 0 ? await loadAll(store, others.flatMap(ofEnterprise)) : first;
  const eligibility = eligibilityOf(
    new Map(people.flatMap((id) => first<PersonDoc>('persons', id) ?? []).map((one) => [one.id, one])),
    stationId,
  );

  const written: Change[] = [];
  let { counts, validUntil } = progress;
  for (const id of new Set(named.map(mergedInto))) {
    const find = named.includes(id) ? first : second;
    const enterprise = find<EnterpriseDoc>('enterprises', id);
    if (!enterprise) continue;
    const standing = find<StandingDoc>('standings', standingId(stationYear, id));
    const kept = {
      ...(standing?.facts ?? freshFacts(enterprise, find<DesignationDoc>('designations', standingId(stationYear, id)))),
      qualifications: qualificationsOf(enterprise),
    };
    const facts = edits
      .filter((edit) => mergedInto(edit.enterpriseId) === id)
      .reduce((before, edit) => edit.apply(before, eligibility), kept);
    const next = standingDraft(stationYear, stationId, facts, setup, now);
    counts = addCounts(addCounts(counts, standing?.counts ?? NO_VIEW_COUNTS, -1), next.counts);
    validUntil = Math.min(validUntil, next.validUntil);
    written.push(writeOf('standings', next, standing?.rev));
  }
  return written.length > 0
    ? [...written, writeOf('progress', { ...progress, counts, validUntil }, progress.rev)]
    : written;
}

/** The station-years whose progress a change writes, for taking turns. */
export const touchedBy = (changes: readonly TallyChange[]): readonly string[] => [
  ...new Set(
    changes.flatMap((change) => (change.kind === 'recount' ? change.stationYears : [change.designation.stationYear])),
  ),
];

async function designated(store: Store, designation: Draft<DesignationDoc>, now: Instant): Promise<readonly Change[]> {
  const { stationYear, enterpriseId } = designation;
  const [enterprise] = await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: enterpriseId }]);
  // One of several designations that merged records have brought together: which of them stands, the recount says.
  if (enterprise && (enterprise.mergedInto || absorbedBy(enterprise).length > 0))
    return recountAsked(store, [stationYear]);
  const apply = (facts: EnterpriseFacts): EnterpriseFacts => ({ ...facts, designation: designationOf(designation) });
  return editChanges(store, stationYear, [{ enterpriseId, commissioners: [], apply }], now);
}

async function recountAsked(store: Store, stationYears: readonly string[]): Promise<readonly Change[]> {
  const docs = await store.get<ProgressDoc>(stationYears.map((id) => ({ collection: 'progress', id })));
  return docs.flatMap((progress) =>
    progress ? [writeOf('progress', { ...progress, validUntil: 0 }, progress.rev)] : [],
  );
}

/** The standings and progress that follow from changed records. Call it within the turn of `touchedBy`. */
export async function tallyChanges(
  store: Store,
  changes: readonly TallyChange[],
  now: Instant,
): Promise<readonly Change[]> {
  const marked = [...new Set(changes.flatMap((change) => (change.kind === 'recount' ? change.stationYears : [])))];
  const written: Change[] = [...(marked.length > 0 ? await recountAsked(store, marked) : [])];
  for (const change of changes)
    if (change.kind === 'designation') written.push(...(await designated(store, change.designation, now)));
  return written;
}
