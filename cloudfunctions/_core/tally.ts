import type { Enterprise } from '../../shared/enterprise';
import type { Instant } from '../../shared/kernel/calendar';
import { isActiveCommissioner, isResident } from '../../shared/person';
import {
  addCounts,
  countsChangeAt,
  countsOf,
  type Eligibility,
  type EnterpriseFacts,
  NO_VIEW_COUNTS,
  type StationYear,
  visitFacts,
} from '../../shared/station';
import { effective } from '../../shared/visit';
import {
  type DesignationDoc,
  type EnterpriseDoc,
  NEVER,
  type PersonDoc,
  type ProgressDoc,
  type StandingDoc,
  type StationDoc,
  type VisitDoc,
} from './documents';
import { absorbedBy } from './merged';
import type { Change, Draft, Store } from './store';

/**
 * Keeps standings and progress in step with the records, in the commit of the event. The truth is `tally` in
 * shared/station; what is kept here is a sum of the same function's results, and the recount proves it nightly.
 */

/** One record that moved. A visit may leave the station-year it stood in (`before`) when its service day moves. */
export type TallyChange =
  | { readonly kind: 'visit'; readonly visit: Draft<VisitDoc>; readonly before?: VisitDoc }
  | { readonly kind: 'designation'; readonly designation: Draft<DesignationDoc> }
  /** Something that may concern any enterprise of these station-years: their next reader recounts. */
  | { readonly kind: 'recount'; readonly stationYears: readonly string[] };

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

export const writeOf = <D extends Draft & { rev?: number }>(
  collection: Change['collection'],
  doc: D,
  rev: number | undefined,
): Change => {
  const { rev: _, ...draft } = doc;
  return rev === undefined ? { kind: 'insert', collection, doc: draft } : { kind: 'put', collection, doc: draft, rev };
};

interface Place {
  readonly stationId: string;
  readonly stationYear: string;
  readonly enterpriseId: string;
}

const placeOf = (visit: Draft<VisitDoc>): Place => ({
  stationId: visit.stationId,
  stationYear: visit.stationYear,
  enterpriseId: visit.enterpriseId,
});

/** Where a change is felt, and what it does to the facts there. */
interface Edit extends Place {
  readonly kind: 'visit' | 'designation';
  readonly commissioners: readonly string[];
  readonly apply: (facts: EnterpriseFacts, eligibility: Eligibility) => EnterpriseFacts;
}

const withoutVisit = (facts: EnterpriseFacts, id: string): EnterpriseFacts => ({
  ...facts,
  visits: facts.visits.filter((one) => one.visitId !== id),
});

function editsOf(change: TallyChange): readonly Edit[] {
  if (change.kind === 'recount') return [];
  if (change.kind === 'designation') {
    const { designation } = change;
    return [
      {
        ...designation,
        kind: 'designation',
        commissioners: [],
        apply: (facts) => ({ ...facts, designation: designationOf(designation) }),
      },
    ];
  }
  const { visit, before } = change;
  const here: Edit = {
    ...placeOf(visit),
    kind: 'visit',
    commissioners: effective(visit, 'specialist').map((one) => one.personId),
    apply: (facts, eligibility) => {
      const others = withoutVisit(facts, visit.id);
      const visits = [...others.visits, visitFacts(visit, eligibility)].sort((a, b) =>
        a.visitId < b.visitId ? -1 : 1,
      );
      return { ...others, visits };
    },
  };
  const left: Edit[] =
    before && before.stationYear !== visit.stationYear
      ? [
          {
            ...placeOf({ ...before }),
            kind: 'visit',
            commissioners: [],
            apply: (facts) => withoutVisit(facts, visit.id),
          },
        ]
      : [];
  return [here, ...left];
}

/** The station-years whose progress a change writes, for taking turns. */
export const touchedBy = (changes: readonly TallyChange[]): readonly string[] => [
  ...new Set(
    changes.flatMap((change) =>
      change.kind === 'recount' ? change.stationYears : editsOf(change).map((edit) => edit.stationYear),
    ),
  ),
];

/** Empty facts: a standing that does not exist yet knows the enterprise and its designation. */
const freshFacts = (enterprise: EnterpriseDoc, designation: DesignationDoc | undefined): EnterpriseFacts => ({
  enterpriseId: enterprise.id,
  visits: [],
  designation: designationOf(designation),
  qualifications: qualificationsOf(enterprise),
});

const recountAsked = (progress: ProgressDoc): Change =>
  writeOf('progress', { ...progress, validUntil: 0 }, progress.rev);

async function editChanges(store: Store, edit: Edit, now: Instant): Promise<Change[]> {
  const { stationId, stationYear, enterpriseId } = edit;
  const keys = (enterprise: string) =>
    [
      { collection: 'stations', id: stationId },
      { collection: 'progress', id: stationYear },
      { collection: 'enterprises', id: enterprise },
      { collection: 'designations', id: standingId(stationYear, enterprise) },
      { collection: 'standings', id: standingId(stationYear, enterprise) },
      ...edit.commissioners.map((id) => ({ collection: 'persons' as const, id })),
    ] as const;
  let docs = await store.get(keys(enterpriseId));
  const merged = (docs[2] as EnterpriseDoc | undefined)?.mergedInto;
  if (merged) docs = await store.get(keys(merged));
  const [station, progress, enterprise, designation, standing, ...people] = docs as [
    StationDoc?,
    ProgressDoc?,
    EnterpriseDoc?,
    DesignationDoc?,
    StandingDoc?,
    ...(PersonDoc | undefined)[],
  ];
  const year = Number(stationYear.slice(stationYear.lastIndexOf(':') + 1));
  const setup = station && stationYearSetup(station, year);
  if (!setup || !progress || !enterprise) return []; // no project that year: nothing to count towards
  const byId = new Map(people.filter((one): one is PersonDoc => one !== undefined).map((one) => [one.id, one]));
  // One of several designations that merged records have brought together: which of them stands, the recount says.
  if (edit.kind === 'designation' && (merged || absorbedBy(enterprise).length > 0)) return [recountAsked(progress)];
  const kept = {
    ...(standing?.facts ?? freshFacts(enterprise, designation)),
    qualifications: qualificationsOf(enterprise),
  };
  const facts = edit.apply(kept, eligibilityOf(byId, stationId));
  const next = standingDraft(stationYear, stationId, facts, setup, now);
  const counts = addCounts(addCounts(progress.counts, standing?.counts ?? NO_VIEW_COUNTS, -1), next.counts);
  const validUntil = Math.min(progress.validUntil, next.validUntil);
  return [
    writeOf('standings', next, standing?.rev),
    writeOf('progress', { ...progress, counts, validUntil }, progress.rev),
  ];
}

/** The standings and progress that follow from changed records. Call it within the turn of `touchedBy`. */
export async function tallyChanges(
  store: Store,
  changes: readonly TallyChange[],
  now: Instant,
): Promise<readonly Change[]> {
  const written: Change[] = [];
  const marked = changes.flatMap((change) => (change.kind === 'recount' ? change.stationYears : []));
  for (const edit of changes.flatMap(editsOf)) written.push(...(await editChanges(store, edit, now)));
  if (marked.length === 0) return written;
  const progress = await store.get<ProgressDoc>([...new Set(marked)].map((id) => ({ collection: 'progress', id })));
  return [...written, ...progress.filter((one): one is ProgressDoc => one !== undefined).map(recountAsked)];
}
