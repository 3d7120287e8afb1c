import type { MatrixCell, MatrixColumn, MatrixRow, Pace } from '@/ui/Matrix';
import { metricName, metricUnit } from '@/words/counts';
import { metricShort, paceWords } from '@/words/station';
import { isBehind, type PaceOf, paceOf } from './pace';
import type { Metric, MetricView, Progress } from './types';

const METRICS: readonly Metric[] = ['contacted', 'keyServed', 'zjtx', 'personTimes'];

export const columns: readonly MatrixColumn[] = METRICS.map((metric) => ({
  key: metric,
  head: metricShort[metric],
  sub: metric === 'personTimes' ? 'A 对接，B、C 驻站' : metricUnit(metric),
}));

const shown = (pace: PaceOf): Pace => (pace === 'unmet' ? 'low' : pace);

function cellOf(station: Progress, view: MetricView): MatrixCell {
  const pace = paceOf(view, station.asOf);
  const { counted, target, unit } = view;
  const goal = target === null ? '没有标准' : `目标 ${target} ${unit}`;
  const short = target !== null && isBehind(pace) ? `，差 ${target - counted} ${unit}` : '';
  return {
    counted,
    target: target ?? undefined,
    pace: shown(pace),
    label: `${station.stationName}${metricName(view.metric, station.stationClass)} ${counted} ${unit}，${goal}，${paceWords[pace]}${short}，看证据`,
  };
}

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
