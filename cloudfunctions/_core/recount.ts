import type { Instant } from '../../shared/kernel/calendar';
import { addCounts, type EnterpriseFacts, NO_VIEW_COUNTS, type ViewCounts, visitFacts } from '../../shared/station';
import { effective } from '../../shared/visit';
import {
  type DesignationDoc,
  type EnterpriseDoc,
  NEVER,
  type PersonDoc,
  type ProgressDoc,
  type ProgressSetup,
  SETTINGS_ID,
  type SettingsDoc,
  type StandingDoc,
  type StationDoc,
  type StationYearSetup,
  type VisitDoc,
} from './documents';
import { designationOf, eligibilityOf, qualificationsOf, standingDraft, stationYearSetup } from './standing';
import type { Change, Doc, Draft, Query, Store } from './store';
import { writeOf } from './write';

/** From the records alone: how standings are proved, and mended where they were wrong. */

const CHUNK = 40;
const PAGE = 1000;

export async function findAll<D extends Doc>(store: Store, query: Query): Promise<readonly D[]> {
  const all: D[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await store.find<D>({ ...query, limit: PAGE, ...(cursor !== undefined && { cursor }) });
    all.push(...page.docs);
    cursor = page.cursor;
    more = cursor !== undefined;
  }
  return all;
}

const byIds = async <D extends Doc>(
  store: Store,
  collection: 'persons' | 'enterprises',
  ids: Iterable<string>,
): Promise<Map<string, D>> => {
  const unique = [...new Set(ids)];
  const docs = unique.length > 0 ? await store.get<D>(unique.map((id) => ({ collection, id }))) : [];
  return new Map(docs.filter((one): one is Awaited<D> & D => one !== undefined).map((one) => [one.id, one]));
};

/** The facts of every enterprise that concerns a station's year, from visits, designations, enterprises and people. */
export async function factsFromRecords(
  store: Store,
  stationId: string,
  stationYear: string,
): Promise<readonly EnterpriseFacts[]> {
  const year = stationYear.slice(stationYear.lastIndexOf(':') + 1);
  const range = { field: 'day', from: `${year}-01-01`, to: `${year}-12-31` };
  const [visits, designations] = await Promise.all([
    findAll<VisitDoc>(store, { collection: 'visits', eq: { stationId }, range, order: { field: 'day' } }),
    findAll<DesignationDoc>(store, { collection: 'designations', eq: { stationYear } }),
  ]);
  const people = await byIds<PersonDoc>(
    store,
    'persons',
    visits.flatMap((visit) => effective(visit, 'specialist').map((one) => one.personId)),
  );
  const named = await byIds<EnterpriseDoc>(
    store,
    'enterprises',
    [...visits, ...designations].map((one) => one.enterpriseId),
  );
  const merged = await byIds<EnterpriseDoc>(
    store,
    'enterprises',
    [...named.values()].flatMap((one) => one.mergedInto ?? []),
  );
  const canonical = (id: string): EnterpriseDoc | undefined => {
    const own = named.get(id) ?? merged.get(id);
    return own?.mergedInto ? merged.get(own.mergedInto) : own;
  };
  const eligibility = eligibilityOf(people, stationId);
  const ids = new Set([...visits, ...designations].flatMap((one) => canonical(one.enterpriseId)?.id ?? []));
  return [...ids].sort().map((enterpriseId) => ({
    enterpriseId,
    visits: visits
      .filter((visit) => canonical(visit.enterpriseId)?.id === enterpriseId)
      .map((visit) => visitFacts(visit, eligibility))
      .sort((a, b) => (a.visitId < b.visitId ? -1 : 1)),
    designation: designationOf(
      designations
        .filter((one) => canonical(one.enterpriseId)?.id === enterpriseId)
        .sort((a, b) => Number(a.withdrawn) - Number(b.withdrawn) || (a.from < b.from ? -1 : 1))[0],
    ),
    qualifications: qualificationsOf(canonical(enterpriseId) as EnterpriseDoc),
  }));
}

const totalOf = (standings: readonly { readonly counts: ViewCounts }[]): ViewCounts =>
  standings.reduce((sum, one) => addCounts(sum, one.counts), NO_VIEW_COUNTS);

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value;

const progressSetup = (station: StationDoc, year: number, settings: SettingsDoc | undefined): ProgressSetup => {
  const { name, district, years } = station;
  const { stationClass, agreement } = years[String(year)] as StationYearSetup;
  return { name, district, stationClass, agreement, inheritFrom: settings?.inheritFrom[String(year)] ?? null };
};

export interface Recount {
  /** As it is kept now; undefined where the station has no project that year. */
  readonly progress: ProgressDoc | undefined;
  readonly counts: ViewCounts;
  readonly standings: readonly Draft<StandingDoc>[];
  /** Enterprises whose kept facts were not what the records say, although nobody had asked for a recount and no visit waited. */
  readonly differences: readonly string[];
}

/**
 * Count a station's year anew and keep the result. Standings are written in parts, progress last and only if nothing moved
 * meanwhile; `undefined` says that something did, and the caller may try again.
 */
export async function recount(
  store: Store,
  stationId: string,
  year: number,
  now: Instant,
): Promise<Recount | undefined> {
  const stationYear = `${stationId}:${year}`;
  const [station, progress, settings] = (await store.get([
    { collection: 'stations', id: stationId },
    { collection: 'progress', id: stationYear },
    { collection: 'settings', id: SETTINGS_ID },
  ])) as [StationDoc?, ProgressDoc?, SettingsDoc?];
  const setup = station && stationYearSetup(station, year);
  if (!setup || !progress) return { progress: undefined, counts: NO_VIEW_COUNTS, standings: [], differences: [] };
  const kept = new Map(
    (await findAll<StandingDoc>(store, { collection: 'standings', eq: { stationYear } })).map((one) => [one.id, one]),
  );
  const waiting = await findAll<VisitDoc>(store, { collection: 'visits', eq: { untallied: stationYear } });
  const facts = await factsFromRecords(store, stationId, stationYear);
  const known = new Set(facts.map((one) => one.enterpriseId));
  const gone = [...kept.values()]
    .filter((one) => !known.has(one.facts.enterpriseId))
    .map((one) => ({ ...one.facts, visits: [], designation: null }));
  const standings = [...facts, ...gone].map((one) => standingDraft(stationYear, stationId, one, setup, now));
  const changed = standings.filter((one) => !sameJson({ ...one, rev: 0 }, { ...kept.get(one.id), rev: 0 }));
  const late = new Set(waiting.map((visit) => visit.id));
  const isLate = (one?: Pick<StandingDoc, 'facts'>): boolean =>
    one?.facts.visits.some((visit) => late.has(visit.visitId)) === true;
  const differences =
    progress.validUntil === 0
      ? []
      : changed
          .filter((one) => !isLate(one) && !isLate(kept.get(one.id)) && !sameJson(one.facts, kept.get(one.id)?.facts))
          .map((one) => one.facts.enterpriseId);
  const writes: Change[] = changed.map((one) => writeOf('standings', one, kept.get(one.id)?.rev));
  const counts = totalOf(standings);
  const validUntil = Math.min(NEVER, ...standings.map((one) => one.validUntil));
  for (let i = 0; writes.length - i > CHUNK; i += CHUNK) {
    // Between the parts the sum is not yet the progress record's: marked, so that a reader counts for itself.
    const mark: Change[] =
      i === 0 && progress.validUntil !== 0 ? [writeOf('progress', { ...progress, validUntil: 0 }, progress.rev)] : [];
    if ((await store.commit([...mark, ...writes.slice(i, i + CHUNK)])) === 'conflict') return undefined;
  }
  const last = writes.slice(Math.floor(Math.max(0, writes.length - 1) / CHUNK) * CHUNK);
  const rev = progress.rev + (writes.length > CHUNK && progress.validUntil !== 0 ? 1 : 0);
  const next = { ...progress, setup: progressSetup(station, year, settings), counts, validUntil };
  if ((await store.commit([...last, writeOf('progress', next, rev)])) === 'conflict') return undefined;
  return { progress: { ...next, rev: rev + 1 }, counts, standings, differences };
}
