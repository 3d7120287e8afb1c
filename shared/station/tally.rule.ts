import type { Instant } from '../kernel/calendar';
import { itemsOf, type TallyContext } from './enterprise-tally.rule';
import {
  type Count,
  type Counts,
  type EnterpriseFacts,
  type Item,
  METRICS,
  STATUSES,
  type StationClass,
  type Window,
} from './model';
import { ACCEPTANCE_ENDS } from './quota.params';

/** Both views of a year: what acceptance counts, and the whole calendar year beside it (Part E, Windows). */
export const VIEWS = ['acceptance', 'calendarYear'] as const;
export type View = (typeof VIEWS)[number];
export type ViewCounts = Readonly<Record<View, Counts>>;

export interface StationYear {
  readonly stationClass: StationClass;
  readonly district: string;
  readonly year: number;
}

/** STN-03-A 「年度项目制」: a project is one Shanghai calendar year, and nothing is carried over. STN-07-9: acceptance ends earlier. */
export const windowOf = (year: number, view: View): Window => ({
  from: `${year}-01-01`,
  to: `${year}-${view === 'acceptance' ? ACCEPTANCE_ENDS : '12-31'}`,
});

export const contextOf = (station: StationYear, view: View, now: Instant): TallyContext => ({
  stationClass: station.stationClass,
  district: station.district,
  window: windowOf(station.year, view),
  now,
});

const NONE: Count = { counted: 0, pending: 0, excluded: 0 };
const NO_COUNTS: Counts = { contacted: NONE, keyServed: NONE, zjtx: NONE, personTimes: NONE };
export const NO_VIEW_COUNTS: ViewCounts = { acceptance: NO_COUNTS, calendarYear: NO_COUNTS };

const combine = (a: Counts, b: Counts, sign: 1 | -1): Counts => {
  const count = (metric: keyof Counts): Count =>
    Object.fromEntries(
      STATUSES.map((status) => [status, a[metric][status] + sign * b[metric][status]]),
    ) as unknown as Count;
  return Object.fromEntries(METRICS.map((metric) => [metric, count(metric)])) as unknown as Counts;
};

export const countItems = (items: readonly Item[]): Counts => {
  const counts = Object.fromEntries(METRICS.map((metric) => [metric, { ...NONE }])) as Record<
    string,
    Record<string, number>
  >;
  for (const item of items)
    (counts[item.metric] as Record<string, number>)[item.status] =
      ((counts[item.metric] as Record<string, number>)[item.status] ?? 0) + 1;
  return counts as unknown as Counts;
};

/** What one enterprise adds to its station's year, in both views. */
export const countsOf = (facts: EnterpriseFacts, station: StationYear, now: Instant): ViewCounts => ({
  acceptance: countItems(itemsOf(facts, contextOf(station, 'acceptance', now))),
  calendarYear: countItems(itemsOf(facts, contextOf(station, 'calendarYear', now))),
});

export const addCounts = (a: ViewCounts, b: ViewCounts, sign: 1 | -1 = 1): ViewCounts => ({
  acceptance: combine(a.acceptance, b.acceptance, sign),
  calendarYear: combine(a.calendarYear, b.calendarYear, sign),
});

/** The truth: records in, numbers out. Everything stored for speed must equal this at every moment. */
export const tally = (enterprises: readonly EnterpriseFacts[], station: StationYear, now: Instant): ViewCounts =>
  enterprises
    .map((facts) => countsOf(facts, station, now))
    .reduce((sum, counts) => addCounts(sum, counts), NO_VIEW_COUNTS);

/** The next moment at which time alone changes what an enterprise counts for; undefined where it never will. */
export function countsChangeAt(facts: EnterpriseFacts, now: Instant): Instant | undefined {
  const moments = facts.visits
    .filter((visit) => !visit.voided && !visit.cancelled)
    .flatMap((visit) => [visit.waitEnds, visit.completedAt, visit.ratingEnds])
    .filter((moment): moment is Instant => moment !== null && moment > now);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
