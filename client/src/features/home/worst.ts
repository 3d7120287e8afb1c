import { isBehind, paceOf } from '@/features/station/pace';
import type { MetricView, Progress } from '@/features/station/types';

/** Share of what an even pace would have reached by today; 1 where there is nothing to compare with. */
const shareOf = ({ counted, evenPace }: MetricView): number =>
  evenPace === null || evenPace === 0 ? 1 : counted / evenPace;

/** The figure that needs attention most: furthest below even pace, those already met last. */
export const worstOf = ({ metrics }: Progress): MetricView | undefined =>
  [...metrics].sort((a, b) => Number(a.status === 'met') - Number(b.status === 'met') || shareOf(a) - shareOf(b))[0];

export const behindOf = (progress: Progress): readonly MetricView[] =>
  progress.metrics.filter((metric) => isBehind(paceOf(metric, progress.asOf)));

/** Stations with a figure behind its pace, the furthest behind first. */
export const needingAttention = (stations: readonly Progress[]): readonly Progress[] => {
  const worst = (one: Progress) => Math.min(...behindOf(one).map(shareOf));
  return stations.filter((one) => behindOf(one).length > 0).sort((a, b) => worst(a) - worst(b));
};
