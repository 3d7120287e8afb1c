import type { Instant } from '../../shared/kernel/calendar';
import { addCounts, countsChangeAt, countsOf, type TargetFacts } from '../../shared/station';
import { NEVER, type ProgressDoc, type ProgressSetup, type StandingDoc, stationYearOf } from '../_core/documents';
import { fold, foldAll } from '../_core/fold';
import { recount } from '../_core/recount';
import type { Store } from '../_core/store';
import { inTurn } from '../_core/turns';
import { writeOf } from '../_core/write';

export interface StationYearDocs {
  readonly progress: ProgressDoc;
  readonly setup: ProgressSetup;
  readonly targets: TargetFacts;
}

/**
 * A station's years with all visits taken in, as of now; undefined where the station has no project that year.
 * Time alone moves some counts (a rating window closes at midnight), and rare events mark a whole year for a recount: whoever
 * reads first brings the kept numbers up to date, so that no reader sees an old one.
 */
export async function loadStationYears(
  store: Store,
  stationIds: readonly string[],
  year: number,
  now: Instant,
): Promise<readonly (StationYearDocs | undefined)[]> {
  const keys = stationIds.map((id) => ({ collection: 'progress' as const, id: stationYearOf(id, year) }));
  const [only] = keys;
  // The sums are read after it is known that nothing waits: read before, they could lack what somebody else took in between.
  await (only && keys.length === 1 ? fold(store, only.id, now) : foldAll(store, now));
  const progress = await store.get<ProgressDoc>(keys);
  const all: (StationYearDocs | undefined)[] = [];
  for (const one of progress) all.push(one && measured(await fresh(store, one, now)));
  return all;
}

function measured(progress: ProgressDoc): StationYearDocs | undefined {
  const { setup, year } = progress;
  if (!setup) return undefined;
  const { stationClass, agreement, inheritFrom } = setup;
  const targets = { stationClass, year, agreement, ...(inheritFrom !== null && { inheritFrom }) };
  return { progress, setup, targets };
}

const TRIES = 5;

async function fresh(store: Store, progress: ProgressDoc, now: Instant): Promise<ProgressDoc> {
  if (now < progress.validUntil && progress.setup) return progress;
  const { id, stationId, year } = progress;
  const read = async (): Promise<ProgressDoc> =>
    (await store.get<ProgressDoc>([{ collection: 'progress', id }]))[0] ?? progress;
  return inTurn([id], async () => {
    for (let i = 0; i < TRIES; i += 1) {
      const current = await read();
      if (now < current.validUntil && current.setup) return current;
      const passed = current.validUntil > 0 && (await passTime(store, current, now));
      if (passed) return passed;
      const counted = await recount(store, stationId, year, now);
      if (counted) return counted.progress ?? current;
    }
    throw new Error('progress keeps moving while it is brought up to date');
  });
}

const MOST_DUE = 60;

/**
 * Only standings whose best-before has passed are counted anew.
 * @returns undefined where that is not enough, or somebody else was faster
 */
async function passTime(store: Store, progress: ProgressDoc, now: Instant): Promise<ProgressDoc | undefined> {
  const { id: stationYear, year, setup } = progress;
  if (!setup) return undefined;
  const due = await store.find<StandingDoc>({
    collection: 'standings',
    eq: { stationYear },
    range: { field: 'validUntil', from: 0, to: now },
    order: { field: 'validUntil' },
    limit: MOST_DUE,
  });
  if (due.cursor !== undefined) return undefined;
  const later = await store.find<StandingDoc>({
    collection: 'standings',
    eq: { stationYear },
    range: { field: 'validUntil', from: now + 1 },
    order: { field: 'validUntil' },
    limit: 1,
  });
  const next = due.docs.map((one) => ({
    ...one,
    counts: countsOf(one.facts, { ...setup, year }, now),
    validUntil: countsChangeAt(one.facts, now) ?? NEVER,
  }));
  const counts = due.docs.reduce(
    (sum, old, i) => addCounts(addCounts(sum, old.counts, -1), (next[i] as StandingDoc).counts),
    progress.counts,
  );
  const validUntil = Math.min(NEVER, later.docs[0]?.validUntil ?? NEVER, ...next.map((one) => one.validUntil));
  const kept = { ...progress, counts, validUntil };
  const changes = [...next.map((one) => writeOf('standings', one, one.rev)), writeOf('progress', kept, progress.rev)];
  return (await store.commit(changes)) === 'done' ? { ...kept, rev: progress.rev + 1 } : undefined;
}
