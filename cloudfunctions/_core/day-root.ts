import { endOf, type Instant, type IsoDate } from '../../shared/kernel/calendar';
import { dayOfVisit, type Visit, type VisitEvent } from '../../shared/visit';
import { rootOf } from './chain';
import type { VisitDoc } from './documents';
import { findAll } from './recount';
import type { Store } from './store';

/** The last line that was written on the day itself; what is added later does not change what the day was. */
const headOn = (history: readonly VisitEvent[], day: IsoDate): string | undefined =>
  history.filter((line) => line.at < endOf(day)).pop()?.hash;

/** The check-ins as they were known at a moment: later ones not yet there, later voids not yet made. */
const asKnownAt = (visit: Visit, moment: Instant): Visit => ({
  ...visit,
  checkIns: visit.checkIns
    .filter((one) => one.receivedAt < moment)
    .map(({ voided, ...one }) => (voided && voided.at < moment ? { ...one, voided } : one)),
});

/** A void, or a check-in that arrives late, moves a visit to another day: it stays with the day on which it stood at its end. */
const stoodOn = (visit: VisitDoc, day: IsoDate): boolean => dayOfVisit(asKnownAt(visit, endOf(day))) === day;

/** Visits that once stood on the day and have left it since. */
export const leftSince = (store: Store, day: IsoDate): Promise<readonly VisitDoc[]> =>
  findAll<VisitDoc>(store, { collection: 'visits', eq: { leftDays: day } });

/**
 * One hash over the histories of a day's visits as they stood at the day's end: the same today and in ten years.
 * @param visits those that stand on the day now, and those that have left it
 */
export function dayRoot(
  visits: readonly VisitDoc[],
  day: IsoDate,
): { readonly root: string; readonly records: number } {
  const heads = visits
    .filter((visit) => stoodOn(visit, day))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ history }) => headOn(history, day) ?? []);
  return { root: rootOf(heads), records: heads.length };
}
