import { addDays, dayOf, daysBetween, type IsoDate, yearOf } from '../../shared/kernel/calendar';
import type { Deps } from '../_core/context';
import { dayRoot, leftSince } from '../_core/day-root';
import type { AuditRootDoc, ProgressDoc, VisitDoc } from '../_core/documents';
import { foldAll } from '../_core/fold';
import { log } from '../_core/log';
import { findAll, recount } from '../_core/recount';
import type { Store } from '../_core/store';
import { inTurn } from '../_core/turns';
import { changeVisit } from '../visit/change';

export interface NightlyReport {
  /** Visits whose history now says what time did to them. */
  readonly written: number;
  readonly recounted: number;
  /** `stationYear enterprise`: kept numbers that were not what the records say. A bug, whatever the cause. */
  readonly differences: readonly string[];
  readonly root: string | null;
}

type GoOn = () => boolean;

const PAGE = 200;
const TRIES = 3;

/** Writes down what time did: numbers are right without it, histories are complete with it. */
async function passTime(deps: Deps, goOn: GoOn): Promise<number> {
  const { store } = deps;
  const now = deps.now();
  let written = 0;
  for (;;) {
    const { docs } = await store.find<VisitDoc>({
      collection: 'visits',
      range: { field: 'dueAt', from: 0, to: now },
      order: { field: 'dueAt' },
      limit: PAGE,
    });
    let done = 0;
    for (const visit of docs) {
      if (!goOn()) return written + done;
      const saved = await store.commit(changeVisit(visit, visit, now, []).changes);
      if (saved === 'done') done += 1;
    }
    written += done;
    if (docs.length < PAGE || done === 0) return written;
  }
}

/** The whole year of every station from its records; this year's, and last year's while its windows may still be open. */
async function recountAll(deps: Deps, goOn: GoOn): Promise<Pick<NightlyReport, 'recounted' | 'differences'>> {
  const { store } = deps;
  const year = yearOf(dayOf(deps.now()));
  const all = (
    await Promise.all(
      [year, year - 1].map((one) => findAll<ProgressDoc>(store, { collection: 'progress', eq: { year: one } })),
    )
  ).flat();
  const differences: string[] = [];
  let recounted = 0;
  for (const progress of all) {
    if (!goOn()) break;
    recounted += 1;
    const counted = await inTurn([progress.id], () =>
      retried(() => recount(store, progress.stationId, progress.year, deps.now())),
    );
    differences.push(...(counted?.differences ?? []).map((enterprise) => `${progress.id} ${enterprise}`));
  }
  return { recounted, differences };
}

async function retried<T>(work: () => Promise<T | undefined>): Promise<T | undefined> {
  for (let i = 0; i < TRIES; i += 1) {
    const value = await work();
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A clock may step back, and of several servers' clocks one may be behind: a day is sealed when it is surely over. */
const SURELY_OVER_MS = 2 * 3_600_000;

/** Nights on which nothing ran are made up for; a store that has slept for years begins anew. */
const MOST_DAYS = 400;

/** The last day that is over, and those before it that nobody has sealed. */
async function unsealed(store: Store, last: IsoDate): Promise<readonly IsoDate[]> {
  const { docs } = await store.find<AuditRootDoc>({
    collection: 'audit',
    range: { field: 'day', to: last },
    order: { field: 'day', down: true },
    limit: 1,
  });
  const sealed = docs[0]?.day ?? addDays(last, -1);
  const count = Math.min(daysBetween(sealed, last), MOST_DAYS);
  return Array.from({ length: count }, (_, i) => addDays(last, i + 1 - count));
}

/** A day's root: once sealed it can be recomputed, and a history that was changed since then no longer fits it. */
async function auditRoot(store: Store, day: IsoDate): Promise<string | null> {
  const there = await findAll<VisitDoc>(store, { collection: 'visits', eq: { day }, order: { field: 'day' } });
  const { root, records } = dayRoot([...there, ...(await leftSince(store, day))], day);
  const doc: Omit<AuditRootDoc, 'rev'> = { id: `root:${day}`, scope: 'city', day, root, records };
  return (await store.commit([{ kind: 'insert', collection: 'audit', doc }])) === 'done' ? root : null;
}

/**
 * Shortly after midnight, Shanghai. Safe to run twice, late, or on several machines at once.
 * @param goOn asked before each piece of work; what is left undone then, the next night does
 */
export async function runNightly(deps: Deps, goOn: GoOn = () => true): Promise<NightlyReport> {
  const written = await passTime(deps, goOn);
  await foldAll(deps.store, deps.now());
  const recounted = await recountAll(deps, goOn);
  for (const difference of recounted.differences) log('error', 'tally-differs', { difference });
  let root: string | null = null;
  for (const day of await unsealed(deps.store, addDays(dayOf(deps.now() - SURELY_OVER_MS), -1)))
    if (goOn()) root = await auditRoot(deps.store, day);
  return { written, ...recounted, root };
}
