import type { MatrixCell, MatrixColumn, MatrixRow, Pace } from '@/ui/Matrix';
import { metricUnit } from '@/words/counts';
import { metricShort } from '@/words/station';
import { isBehind, type PaceOf, paceOf } from './pace';
import type { Metric, MetricView, Progress } from './types';

const METRICS: readonly Metric[] = ['contacted', 'keyServed', 'zjtx', 'personTimes'];

export const columns: readonly MatrixColumn[] = METRICS.map((metric) => ({
  key: metric,
  head: metricShort[metric],
  sub: metric === 'personTimes' ? 'A 对接，B、C 驻站' : metricUnit(metric),
}));

const shown = (pace: PaceOf): Pace => (pace === 'unmet' ? 'low' : pace);

const cellOf = (station: Progress, view: MetricView): MatrixCell => ({
  counted: view.counted,
  target: view.target ?? undefined,
  pace: shown(paceOf(view, station.asOf)),
});

const pacesOf = (station: Progress): readonly PaceOf[] => station.metrics.map((view) => paceOf(view, station.asOf));

/** A station is for attention where a figure has not even three quarters of what time asks. */
export const needsAttention = (station: Progress): boolean => pacesOf(station).includes('far');

export function rowOf(station: Progress): MatrixRow {
  const paces = pacesOf(station);
  return {
    key: station.stationId,
    name: station.stationName.replace(/工作站点$/, ''),
    mark: station.stationClass,
    cells: Object.fromEntries(station.metrics.map((view) => [view.metric, cellOf(station, view)])),
    behind: paces.filter(isBehind).length,
    far: paces.filter((pace) => pace === 'far').length,
  };
}
