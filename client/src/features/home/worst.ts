import { isBehind, paceOf } from '@/features/station/pace';
import type { Metric, MetricView, Progress } from '@/features/station/types';

/** Share of what an even pace would have reached by today; 1 where there is nothing to compare with. */
const shareOf = ({ counted, evenPace }: MetricView): number =>
  evenPace === null || evenPace === 0 ? 1 : counted / evenPace;

/** The figure that needs attention most: furthest below even pace, those already met last. */
export const worstOf = ({ metrics }: Progress): MetricView | undefined =>
  [...metrics].sort((a, b) => Number(a.status === 'met') - Number(b.status === 'met') || shareOf(a) - shareOf(b))[0];

export const behindOf = (progress: Progress): readonly MetricView[] =>
  progress.metrics.filter((metric) => isBehind(paceOf(metric, progress.asOf)));

/** Stations with a figure behind its pace, the furthest behind first. */
export function behindFirst(stations: readonly Progress[]): readonly Progress[] {
  const worst = (one: Progress) => Math.min(...behindOf(one).map(shareOf));
  return stations.filter((one) => behindOf(one).length > 0).sort((a, b) => worst(a) - worst(b));
}

/** Of how many stations a metric is met, of how many that have a target for it. */
export const metOf = (stations: readonly Progress[], metric: Metric): { readonly met: number; readonly of: number } => {
  const views = stations.flatMap((one) => one.metrics.filter((view) => view.metric === metric && view.target !== null));
  return { met: views.filter((view) => view.status === 'met').length, of: views.length };
};
