import type { Holidays } from '../kernel/calendar';

/** Readings of Part F that concern a visit. Each is the default of a named parameter. */
export const VISIT = {
  /** AMB-48, D1: the other side after midnight is still the same visit within this time. */
  maxGapMinutes: 240,
  /** D1: make-up is possible until this many working days after the day. */
  makeUpWorkingDays: 3,
  /** AMB-03. */
  rating: { min: 1, max: 5, windowDays: 30 },
  /** D1, STN-07-10: visits through the completion day of the year close at the latest on the day the report is due. */
  ratingLatest: { forVisitsThrough: '10-31', closes: '11-15' },
  /** Offline attempts: how late one may arrive and still be worth its claimed time, and how far ahead a clock may be. */
  offline: { posterHours: 72, liveMinutes: 10, aheadSeconds: 120 },
  autoComplete: true,
} as const;

/** Lengths in characters, for forms and for the contract. */
export const LENGTH = {
  name: 40,
  org: 100,
  title: 60,
  need: 500,
  theme: 100,
  comment: 500,
  reason: 300,
  topic: 100,
} as const;

/** 国务院办公厅 holiday arrangements; years without an entry know weekends only. */
export const HOLIDAYS: Holidays = {
  off: [
    '2025-01-01',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-02-03',
    '2025-02-04',
    '2025-04-04',
    '2025-05-01',
    '2025-05-02',
    '2025-05-05',
    '2025-06-02',
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-06',
    '2025-10-07',
    '2025-10-08',
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-02-23',
    '2026-04-06',
    '2026-05-01',
    '2026-05-04',
    '2026-05-05',
    '2026-06-19',
    '2026-09-25',
    '2026-10-01',
    '2026-10-02',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ],
  working: [
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ],
};
