import { useCall } from '@/gateway';
import { Box, Loaded, Panel, StatusTag } from '@/ui';
import { PaceChart } from '@/ui/PaceChart';
import { metricName } from '@/words/counts';
import { dayWords } from '@/words/dates';
import { metricShort } from '@/words/station';
import styles from './PacePanel.module.scss';
import { basisWords, type Pace, pendingWords, pointsOf, todayOf } from './pace-words';
import type { Metric, MetricView, Progress } from './types';

function label(pace: Pace, name: string, { counted, unit }: MetricView, today: string): string {
  const until = today > pace.window.to ? dayWords(pace.window.to) : '今天';
  const goal = pace.target === null ? '没有标准' : `目标 ${pace.target} ${unit}`;
  const ahead = pace.projection ? `，推算约 ${pace.projection.total} ${unit}` : '';
  return `${name} ${dayWords(pace.window.from)}到${until}计入 ${counted} ${unit}，${goal}${ahead}`;
}

interface Props {
  readonly progress: Progress;
  readonly metric: Metric;
  readonly today: string;
}

/** How one metric grew over its window, facts and what is reckoned apart. */
export function PacePanel({ progress, metric, today }: Props) {
  const { stationId, year, stationClass } = progress;
  const pace = useCall('station.pace', { stationId, year, metric });
  const view = progress.metrics.find((one) => one.metric === metric);
  const projection = pace.data?.projection ?? null;
  return (
    <Panel
      title={`${metricShort[metric]}的节奏`}
      more={projection ? <StatusTag standing="projected" word="含推算" /> : undefined}
    >
      <Box className={styles.body}>
        <Loaded of={pace}>
          {(data) =>
            view && (
              <>
                <PaceChart
                  label={label(data, metricName(metric, stationClass), view, today)}
                  points={pointsOf(data)}
                  today={todayOf(data, today)}
                  target={data.target ?? undefined}
                  unit={view.unit}
                  projected={data.projection?.total}
                  ends={['1月', '10月底']}
                  closed={today > data.window.to}
                />
                <Box as="p" className={styles.words}>
                  {data.projection
                    ? `实线是统计，虚线是${basisWords(data.projection, view.unit)}的推算。`
                    : `统计到 ${dayWords(data.window.to)}，现在没有推算。`}
                  {pendingWords(view)}
                </Box>
              </>
            )
          }
        </Loaded>
      </Box>
    </Panel>
  );
}
