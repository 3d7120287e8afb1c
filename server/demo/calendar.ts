import { addDays, addWorkingDays, type Instant, type IsoDate, startOf } from '../../shared/kernel/calendar';
import { HOLIDAYS } from '../../shared/visit';

const MINUTE = 60_000;

/** A moment of a Shanghai day. */
export const clock = (day: IsoDate, hour: number, minute: number, second = 0): Instant =>
  startOf(day) + (hour * 60 + minute) * MINUTE + second * 1000;

export const minutes = (count: number): number => count * MINUTE;

/** All working days of a year. */
export function workingDaysOf(year: number): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = nextWorkingDay(`${year - 1}-12-31`); day < `${year + 1}`; day = nextWorkingDay(day)) days.push(day);
  return days;
}

export const nextWorkingDay = (day: IsoDate): IsoDate => addWorkingDays(day, 1, HOLIDAYS);

/** The n-th working day before a day, which is not counted itself. */
export function workingDayBefore(day: IsoDate, count: number): IsoDate {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, -1);
    if (nextWorkingDay(addDays(current, -1)) === current) left -= 1;
  }
  return current;
}
