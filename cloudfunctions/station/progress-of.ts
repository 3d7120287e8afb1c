import type { Output } from '../../shared/api';
import { dayOf, type Instant, isoOf } from '../../shared/kernel/calendar';
import { DOCUMENTS } from '../../shared/policy';
import {
  addCounts,
  annualTarget,
  CLAUSE_OF,
  countsChangeAt,
  countsOf,
  elapsedShare,
  evenPace,
  METRICS,
  type Metric,
  quota,
  type TargetFacts,
  type ViewCounts,
  windowOf,
} from '../../shared/station';
import {
  NEVER,
  type ProgressDoc,
  SETTINGS_ID,
  type SettingsDoc,
  type StandingDoc,
  type StationDoc,
  stationYearOf,
} from '../_core/documents';
import { fold, foldAll } from '../_core/fold';
import { recount } from '../_core/recount';
import { stationYearSetup } from '../_core/standing';
import type { Store } from '../_core/store';
import { inTurn } from '../_core/turns';
import { writeOf } from '../_core/write';

const UNIT: Readonly<Record<Metric, string>> = {
  contacted: '家',
  keyServed: '家',
  zjtx: '家',
  personTimes: '人次',
};

export interface StationYearDocs {
  readonly station: StationDoc;
  readonly year: number;
  readonly progress: ProgressDoc;
  readonly targets: TargetFacts;
}

/** The documents of a station's year, all visits taken in; undefined where the station has no project that year. */
export async function loadStationYears(
  store: Store,
  stationIds: readonly string[],
  year: number,
  now: Instant,
): Promise<readonly (StationYearDocs | undefined)[]> {
  const [only, ...others] = stationIds;
  if (only !== undefined && others.length === 0) await fold(store, stationYearOf(only, year), now);
  else await foldAll(store, now);
  const docs = await store.get([
    { collection: 'settings', id: SETTINGS_ID },
    ...stationIds.flatMap((id) => [
      { collection: 'stations' as const, id },
      { collection: 'progress' as const, id: stationYearOf(id, year) },
    ]),
  ]);
  const settings = docs[0] as SettingsDoc | undefined;
  const inheritFrom = settings?.inheritFrom[String(year)];
  return stationIds.map((_, i) => {
    const station = docs[1 + 2 * i] as StationDoc | undefined;
    const progress = docs[2 + 2 * i] as ProgressDoc | undefined;
    const setup = station?.years[String(year)];
    if (!station || !progress || !setup) return undefined;
    const targets = {
      stationClass: setup.stationClass,
      year,
      agreement: setup.agreement,
      ...(inheritFrom !== undefined && { inheritFrom }),
    };
    return { station, year, progress, targets };
  });
}

const TRIES = 5;

/**
 * The counts as of now. Time alone moves some of them (a rating window closes at midnight), and rare events mark a whole
 * year for a recount: whoever reads first brings the kept numbers up to date, so that no reader sees an old one.
 */
export async function freshCounts(
  store: Store,
  { station, year, progress }: StationYearDocs,
  now: Instant,
): Promise<ViewCounts> {
  if (now < progress.validUntil) return progress.counts;
  const id = progress.id;
  return inTurn([id], async () => {
    for (let i = 0; i < TRIES; i += 1) {
      const [current] = await store.get<ProgressDoc>([{ collection: 'progress', id }]);
      if (current && now < current.validUntil) return current.counts;
      const counts =
        current && current.validUntil !== 0
          ? await passTime(store, station, year, current, now)
          : (await recount(store, station.id, year, now))?.counts;
      if (counts) return counts;
    }
    throw new Error('progress keeps moving while it is brought up to date');
  });
}

/** Only standings whose best-before has passed are counted anew. */
async function passTime(
  store: Store,
  station: StationDoc,
  year: number,
  progress: ProgressDoc,
  now: Instant,
): Promise<ViewCounts | undefined> {
  const setup = stationYearSetup(station, year);
  if (!setup) return undefined;
  const stationYear = progress.id;
  const due = await store.find<StandingDoc>({
    collection: 'standings',
    eq: { stationYear },
    range: { field: 'validUntil', from: 0, to: now },
    order: { field: 'validUntil' },
    limit: 60,
  });
  if (due.cursor !== undefined) return (await recount(store, station.id, year, now))?.counts;
  const later = await store.find<StandingDoc>({
    collection: 'standings',
    eq: { stationYear },
    range: { field: 'validUntil', from: now + 1 },
    order: { field: 'validUntil' },
    limit: 1,
  });
  const next = due.docs.map((one) => ({
    ...one,
    counts: countsOf(one.facts, setup, now),
    validUntil: nextChange(one, now),
  }));
  const counts = due.docs.reduce(
    (sum, old, i) => addCounts(addCounts(sum, old.counts, -1), (next[i] as StandingDoc).counts),
    progress.counts,
  );
  const validUntil = Math.min(NEVER, later.docs[0]?.validUntil ?? NEVER, ...next.map((one) => one.validUntil));
  const changes = [
    ...next.map((one) => writeOf('standings', one, one.rev)),
    writeOf('progress', { ...progress, counts, validUntil }, progress.rev),
  ];
  return (await store.commit(changes)) === 'done' ? counts : undefined;
}

const nextChange = (standing: StandingDoc, now: Instant): Instant => countsChangeAt(standing.facts, now) ?? NEVER;

export const headerOf = ({ station, year, targets }: StationYearDocs, now: Instant) => {
  const { policyYear, inherited } = annualTarget(targets, 'contacted');
  return {
    stationId: station.id,
    stationName: station.name,
    district: station.district,
    year,
    stationClass: targets.stationClass,
    policyVersion: DOCUMENTS.STN.version,
    policyYear,
    inherited,
    asOf: isoOf(now),
  };
};

export function progressView(docs: StationYearDocs, counts: ViewCounts, now: Instant): Output<'station.progress'> {
  const { targets, year } = docs;
  const window = windowOf(year, 'acceptance');
  const today = dayOf(now);
  return {
    ...headerOf(docs, now),
    elapsed: elapsedShare(window, today),
    metrics: METRICS.map((metric) => {
      const { target } = annualTarget(targets, metric);
      return {
        metric,
        clause: CLAUSE_OF[targets.stationClass][metric],
        unit: UNIT[metric],
        target,
        ...counts.acceptance[metric],
        window,
        status: quota(targets, metric, counts.acceptance[metric]).value,
        evenPace: target === null ? null : evenPace(target, window, today),
        calendarYear: counts.calendarYear[metric],
      };
    }),
  };
}
