import type { Output } from '@/gateway';
import { daysUntil, dayWords } from '@/words/dates';
import type { Metric, MetricView } from './types';

export type Pace = Output<'station.pace'>;

const share = (day: string, { from, to }: Pace['window']): number =>
  Math.min(1, Math.max(0, daysUntil(day, from) / (daysUntil(to, from) + 1)));

/** The step line on a scale of 0 to 1. */
export const pointsOf = ({ steps, window }: Pace) =>
  steps.map(({ day, total }) => ({ at: share(day, window), counted: total }));

/** Today on the same scale; the end where the window has closed. */
export const todayOf = ({ window }: Pace, today: string): number => (today > window.to ? 1 : share(today, window));

/** 5 家待定都补齐，现在就有 19 家。 */
export const pendingWords = ({ counted, pending, unit }: MetricView): string =>
  pending === 0 ? '' : `${pending} ${unit}待定都补齐，就有 ${counted + pending} ${unit}。`;

/** The metric that needs a look first: the one furthest behind its even pace. */
export function worst(metrics: readonly MetricView[]): Metric {
  const rank = ({ target, counted, evenPace }: MetricView): number =>
    target === null || counted >= target ? 2 : counted / Math.max(evenPace ?? target, 1);
  const [first] = [...metrics].sort((a, b) => rank(a) - rank(b));
  return first === undefined || rank(first) >= 1 ? 'keyServed' : first.metric;
}

/** 按最近 8 周每周 0.6 家的节奏，到 10月31日: the basis of a projection. */
export const basisWords = ({ weeks, perWeek, at }: NonNullable<Pace['projection']>, unit: string): string =>
  `按最近 ${weeks} 周每周 ${Math.round(perWeek * 10) / 10} ${unit}的节奏，到 ${dayWords(at)}`;
