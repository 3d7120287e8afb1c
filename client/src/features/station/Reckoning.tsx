import { useCall } from '@/gateway';
import { Projection, Reckoned } from '@/ui';
import { metricName } from '@/words/counts';
import { basisWords, pendingWords } from './pace-words';
import type { Metric, Progress } from './types';

/** On a phone: where the pace of the last weeks would lead, apart from the facts. Nothing where nothing is reckoned. */
export function Reckoning({ progress, metric }: { readonly progress: Progress; readonly metric: Metric }) {
  const { stationId, year, stationClass } = progress;
  const pace = useCall('station.pace', { stationId, year, metric });
  const view = progress.metrics.find((one) => one.metric === metric);
  const projection = pace.data?.projection;
  if (!projection || !view) return null;
  const short = (view.target ?? 0) - projection.total;
  const name = metricName(metric, stationClass);
  return (
    <Projection>
      {`${basisWords(projection, view.unit)} `}
      <Reckoned>{`${name}约 ${projection.total} ${view.unit}${short > 0 ? `，差 ${short} ${view.unit}` : ''}`}</Reckoned>
      。{pendingWords(view)}
    </Projection>
  );
}
