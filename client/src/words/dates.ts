/** A moment: milliseconds since 1970 (UTC) or ISO 8601 with its zone. */
export type Moment = number | string;
/** A Shanghai day, YYYY-MM-DD. */
export type Day = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

// Shanghai is UTC+8 all year; old phones know no time zones, so the offset is added and UTC parts are read.
const shifted = (at: Moment): Date => new Date((typeof at === 'number' ? at : Date.parse(at)) + 8 * HOUR);
const two = (n: number): string => String(n).padStart(2, '0');
const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The Shanghai day of a moment. */
export const dayOf = (at: Moment): Day => shifted(at).toISOString().slice(0, 10);

/** "10:03" */
export const clock = (at: Moment): string => `${two(shifted(at).getUTCHours())}:${two(shifted(at).getUTCMinutes())}`;

/** "10:03:12" */
export const clockExact = (at: Moment): string => `${clock(at)}:${two(shifted(at).getUTCSeconds())}`;

/** "9月16日"; with the year in front where it is not that of `today`. */
export function dayWords(day: Day, today?: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  const short = `${month}月${date}日`;
  return today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? `${year}年${short}` : short;
}

/** "9月16日 星期三" */
export const dayAndWeekday = (day: Day): string =>
  `${dayWords(day)} 星期${weekdays[new Date(midnight(day)).getUTCDay()]}`;

/** "2026年9月16日" */
export const fullDay = (day: Day): string => dayWords(day, '');

/** "9月16日 10:03"; only the time where it is today. */
export const momentWords = (at: Moment, today?: Day): string =>
  dayOf(at) === today ? clock(at) : `${dayWords(dayOf(at), today)} ${clock(at)}`;

/** "9月16日 10:05–11:40"; the second day is written where it differs. */
export const spanWords = (from: Moment, to: Moment): string =>
  `${dayWords(dayOf(from))} ${clock(from)}–${dayOf(from) === dayOf(to) ? '' : `${dayWords(dayOf(to))} `}${clock(to)}`;

/** Days from `today` to `day`: negative when it has passed. */
export const daysUntil = (day: Day, today: Day): number => Math.round((midnight(day) - midnight(today)) / DAY);

/** "上午好" by the hour in Shanghai. */
export function greeting(at: Moment): string {
  const hour = shifted(at).getUTCHours();
  if (hour < 5 || hour >= 18) return '晚上好';
  if (hour < 11) return '上午好';
  return hour < 13 ? '中午好' : '下午好';
}
