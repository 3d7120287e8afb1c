import type { Instant } from '../../shared/kernel/calendar';
import { type EnterpriseFacts, visitFacts } from '../../shared/station';
import { effective } from '../../shared/visit';
import type { VisitDoc } from './documents';
import { Refusal } from './refusal';
import type { Change, Store } from './store';
import { type Edit, editChanges } from './tally';
import { inTurn } from './turns';
import { writeOf } from './write';

/**
 * Visits are written alone, marked with the station-year whose sums do not know their new version yet; the sums take them
 * in afterwards, many at a time: by whoever reads a number, so that nobody sees an old one, by the server in a quiet moment,
 * and nightly. So a check-in is one write of one document, and the check-ins of one station never wait for each other.
 */

/** Visits to a commit: on CloudBase a transaction holds a hundred operations, and a visit asks for up to four. */
const PART = 24;
const MOST_TRIES = 30;

/** Facts are replaced by the visit's id, so that taking in the same version twice changes nothing. */
const editOf = (visit: VisitDoc): Edit => ({
  enterpriseId: visit.enterpriseId,
  commissioners: effective(visit, 'specialist').map((one) => one.personId),
  apply: (facts, eligibility): EnterpriseFacts => {
    const others = facts.visits.filter((one) => one.visitId !== visit.id);
    const visits = [...others, visitFacts(visit, eligibility)].sort((a, b) => (a.visitId < b.visitId ? -1 : 1));
    return { ...facts, visits };
  },
});

async function foldChanges(
  store: Store,
  stationYear: string,
  visits: readonly VisitDoc[],
  now: Instant,
): Promise<Change[]> {
  return [
    ...visits.map((visit) => writeOf('visits', { ...visit, untallied: null }, visit.rev)),
    ...(await editChanges(store, stationYear, visits.map(editOf), now)),
  ];
}

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 4 * 2 ** Math.min(attempt, 5)));

/** One commit's worth of a station's year. */
async function foldPart(store: Store, stationYear: string, now: Instant): Promise<'last' | 'more' | 'conflict'> {
  const { docs, cursor } = await store.find<VisitDoc>({
    collection: 'visits',
    eq: { untallied: stationYear },
    limit: PART,
  });
  if (docs.length === 0) return 'last';
  if ((await store.commit(await foldChanges(store, stationYear, docs, now))) === 'conflict') return 'conflict';
  return cursor === undefined ? 'last' : 'more';
}

/**
 * Brings a station's year up to date with all visits. One query where nothing waits.
 * @throws Refusal where others keep moving it
 */
export async function fold(store: Store, stationYear: string, now: Instant): Promise<void> {
  const first = await store.find({ collection: 'visits', eq: { untallied: stationYear }, limit: 1 });
  if (first.docs.length === 0) return;
  await inTurn([stationYear], async () => {
    for (let conflicts = 0; conflicts < MOST_TRIES; ) {
      const part = await foldPart(store, stationYear, now);
      if (part === 'last') return;
      if (part === 'conflict') {
        conflicts += 1;
        await pause(conflicts);
      }
    }
    throw new Refusal('conflict');
  });
}

/** The station-years of visits that wait, in their order. */
async function waiting(
  store: Store,
  limit: number,
): Promise<{ readonly years: readonly string[]; readonly more: boolean }> {
  const { docs, cursor } = await store.find<VisitDoc>({
    collection: 'visits',
    range: { field: 'untallied', from: '' },
    order: { field: 'untallied' },
    limit,
  });
  return { years: [...new Set(docs.flatMap((visit) => visit.untallied ?? []))], more: cursor !== undefined };
}

/** Brings all of them up to date. */
export async function foldAll(store: Store, now: Instant): Promise<void> {
  for (;;) {
    const { years, more } = await waiting(store, 200);
    for (const stationYear of years) await fold(store, stationYear, now);
    if (!more) return;
  }
}

/** One part of what waits, for somebody who has time. @returns whether more may wait */
export async function foldSome(store: Store, now: Instant): Promise<boolean> {
  const [stationYear] = (await waiting(store, 1)).years;
  if (stationYear === undefined) return false;
  await inTurn([stationYear], () => foldPart(store, stationYear, now));
  return true;
}
