import type { Instant } from '../../shared/kernel/calendar';

/** A moment written as a clock in Shanghai shows it: `at('2026-03-02T09:00')`, seconds and milliseconds where they matter. */
export const at = (shanghai: string): Instant => {
  const moment = Date.parse(`${shanghai}+08:00`);
  if (!/T\d\d:\d\d/.test(shanghai) || Number.isNaN(moment)) throw new Error(`not a moment: ${shanghai}`);
  return moment;
};

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
