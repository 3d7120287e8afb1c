import { endOf, type IsoDate } from '../../shared/kernel/calendar';
import type { VisitEvent } from '../../shared/visit';
import { rootOf } from './chain';
import type { VisitDoc } from './documents';

/** The last line that was written on the day itself; what is added later does not change what the day was. */
const headOn = (history: readonly VisitEvent[], day: IsoDate): string | undefined =>
  history.filter((line) => line.at < endOf(day)).pop()?.hash;

/**
 * One hash over the histories of a day's visits as they stood at the day's end: the same today and in ten years.
 * @param visits of that day, in the order of their ids
 */
export function dayRoot(
  visits: readonly VisitDoc[],
  day: IsoDate,
): { readonly root: string; readonly records: number } {
  const heads = visits.flatMap(({ history }) => headOn(history, day) ?? []);
  return { root: rootOf(heads), records: heads.length };
}
