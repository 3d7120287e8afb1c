import { addDays, daysBetween, type IsoDate } from '../kernel/calendar';
import type { Item, Window } from './model';

/** How much of the window has passed, in whole days; a fact, not a projection. */
export const elapsedShare = (window: Window, today: IsoDate): { days: number; of: number } => {
  const of = daysBetween(window.from, window.to) + 1;
  return { days: Math.min(of, Math.max(0, daysBetween(window.from, today) + 1)), of };
};

/** What an even pace would have reached by today: ⌊target × elapsed share⌋. */
export const evenPace = (target: number, window: Window, today: IsoDate): number => {
  const { days, of } = elapsedShare(window, today);
  return Math.floor((target * days) / of);
};

/** The step line of facts: on each day, how many had been reached by its end. */
export function steps(items: readonly Item[]): readonly { day: IsoDate; total: number }[] {
  const days = items
    .filter((item) => item.status === 'counted' && item.day !== null)
    .map((item) => item.day as IsoDate)
    .sort();
  const last = new Map<IsoDate, number>();
  for (const [i, day] of days.entries()) last.set(day, i + 1);
  return [...last].map(([day, total]) => ({ day, total }));
}

const WEEKS = 8;

/** A projection, never to be summed with facts: the pace of the last eight weeks carried on to the end of the window. */
export function projection(
  items: readonly Item[],
  window: Window,
  today: IsoDate,
): { at: IsoDate; total: number; perWeek: number; weeks: number } | null {
  if (today >= window.to || today < window.from) return null;
  const since = addDays(today, -7 * WEEKS);
  const counted = items.filter((item) => item.status === 'counted' && item.day !== null);
  const recent = counted.filter((item) => (item.day as IsoDate) > since).length;
  const left = daysBetween(today, window.to);
  return {
    at: window.to,
    total: counted.length + Math.floor((recent * left) / (7 * WEEKS)),
    perWeek: recent / WEEKS,
    weeks: WEEKS,
  };
}
