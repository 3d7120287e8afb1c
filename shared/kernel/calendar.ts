/** A Shanghai calendar day, YYYY-MM-DD. Compares with <=. */
export type IsoDate = string;
/** Milliseconds since 1970, UTC: the only form in which moments are stored and compared. */
export type Instant = number;

const DAY = 86_400_000;
/** Shanghai has had no daylight saving since 1991 (Part A, Time), so a day is always 24 hours: plain arithmetic is exact. */
const OFFSET = 8 * 3_600_000;

const local = (at: Instant): Date => new Date(at + OFFSET);

const two = (part: number): string => (part < 10 ? `0${part}` : String(part));

/**
 * The Shanghai day of a moment. Asked a dozen times in every call, and four times as fast as by way of `toISOString`.
 * @throws RangeError for what is no moment
 */
export function dayOf(at: Instant): IsoDate {
  if (!Number.isFinite(at)) throw new RangeError('not a moment');
  const date = local(at);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** The first millisecond of a Shanghai day. */
export const startOf = (day: IsoDate): Instant => Date.parse(`${day}T00:00:00+08:00`);

/** 24:00 of a Shanghai day: the first moment that no longer belongs to it. */
export const endOf = (day: IsoDate): Instant => startOf(day) + DAY;

export const addDays = (day: IsoDate, days: number): IsoDate => dayOf(startOf(day) + days * DAY);
export const daysBetween = (from: IsoDate, to: IsoDate): number => (startOf(to) - startOf(from)) / DAY;
export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** ISO 8601 with the Shanghai zone, milliseconds kept. */
export const isoOf = (at: Instant): string => local(at).toISOString().replace('Z', '+08:00');

/** A real calendar day (2025-02-30 is none). */
export const isDay = (text: string): boolean => {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOf(text) : Number.NaN;
  return Number.isFinite(start) && dayOf(start) === text;
};

/** Days off on weekdays, and working days on weekends. */
export interface Holidays {
  readonly off: readonly IsoDate[];
  readonly working: readonly IsoDate[];
}

const isWorkingDay = (day: IsoDate, holidays: Holidays): boolean => {
  if (holidays.working.includes(day)) return true;
  const weekday = local(startOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.off.includes(day);
};

/** The n-th working day after a day; the starting day is not counted (民法典 第二百零一条). */
export function addWorkingDays(day: IsoDate, count: number, holidays: Holidays): IsoDate {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, holidays)) left -= 1;
  }
  return current;
}
