import type { Instant } from '../../shared/kernel/calendar';
import { type EnterpriseFacts, visitFacts } from '../../shared/station';
import { effective } from '../../shared/visit';
import type { VisitDoc } from './documents';
import { Refusal } from './refusal';
import type { Change, Draft, Store } from './store';
import { type Edit, editChanges } from './tally';
import { inTurn } from './turns';
import { writeOf } from './write';

/**
 * Visits are written alone, marked with the station-years whose sums do not know their new version yet; the sums take them
 * in afterwards, many at a time: by whoever reads a number, so that nobody sees an old one, by the server in a quiet moment,
 * and nightly. So a check-in is one write of one document, and the check-ins of one station never wait for each other.
 */

/** Stands beside the station-years in a visit's `untallied`: how all that waits is found. */
const ANY = 'any';

/** Visits to a commit: on CloudBase a transaction holds a hundred operations, and a visit asks for up to four. */
const PART = 24;
const MOST_TRIES = 30;

/** Which sums must hear of a visit's new version: also the year that it leaves where its service day moves. */
export const untalliedOf = (
  before: VisitDoc | undefined,
  { stationYear }: Pick<VisitDoc, 'stationYear'>,
): readonly string[] => [...new Set([...(before ? [...before.untallied, before.stationYear] : []), stationYear, ANY])];

/** Facts are replaced by the visit's id, so that taking in the same version twice changes nothing. */
const editOf = (visit: VisitDoc, stationYear: string): Edit => ({
  enterpriseId: visit.enterpriseId,
  commissioners: effective(visit, 'specialist').map((one) => one.personId),
  apply: (facts, eligibility): EnterpriseFacts => {
    const others = facts.visits.filter((one) => one.visitId !== visit.id);
    const here = visit.stationYear === stationYear ? [visitFacts(visit, eligibility)] : [];
    return { ...facts, visits: [...others, ...here].sort((a, b) => (a.visitId < b.visitId ? -1 : 1)) };
  },
});

const taken = (visit: VisitDoc, stationYear: string): Draft<VisitDoc> => {
  const left = visit.untallied.filter((one) => one !== stationYear);
  return { ...visit, untallied: left.length === 1 && left[0] === ANY ? [] : left };
};

async function foldChanges(
  store: Store,
  stationYear: string,
  visits: readonly VisitDoc[],
  now: Instant,
): Promise<Change[]> {
  const edits = visits.map((visit) => editOf(visit, stationYear));
  return [
    ...visits.map((visit) => writeOf('visits', taken(visit, stationYear), visit.rev)),
    ...(await editChanges(store, stationYear, edits, now)),
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
 * @returns whether something did
 * @throws Refusal where others keep moving it
 */
export async function fold(store: Store, stationYear: string, now: Instant): Promise<boolean> {
  const waiting = await store.find({ collection: 'visits', eq: { untallied: stationYear }, limit: 1 });
  if (waiting.docs.length === 0) return false;
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
  return true;
}

const yearsOf = (visits: readonly VisitDoc[]): readonly string[] => [
  ...new Set(visits.flatMap((visit) => visit.untallied.filter((one) => one !== ANY))),
];

/** Brings all of them up to date. @returns how many station-years had something waiting */
export async function foldAll(store: Store, now: Instant): Promise<number> {
  const done = new Set<string>();
  for (;;) {
    const { docs, cursor } = await store.find<VisitDoc>({ collection: 'visits', eq: { untallied: ANY }, limit: 200 });
    for (const stationYear of yearsOf(docs)) {
      await fold(store, stationYear, now);
      done.add(stationYear);
    }
    if (cursor === undefined) return done.size;
  }
}

/** One part of what waits, for somebody who has time. @returns whether more may wait */
export async function foldSome(store: Store, now: Instant): Promise<boolean> {
  const { docs } = await store.find<VisitDoc>({ collection: 'visits', eq: { untallied: ANY }, limit: 1 });
  const [stationYear] = yearsOf(docs);
  if (stationYear === undefined) return false;
  await inTurn([stationYear], () => foldPart(store, stationYear, now));
  return true;
}
