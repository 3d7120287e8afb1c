import { Box, ClauseLink, cx, Icon, Key, Link, Panel, Tap, Text } from '@/ui';
import { clauseWord, metricName } from '@/words/counts';
import { say } from '@/words/kit';
import { percent } from '@/words/numbers';
import { metricBasis } from '@/words/station';
import { evidenceAt } from './addresses';
import styles from './Bullets.module.scss';
import { PaceTag } from './PaceTag';
import type { Metric, MetricView, Progress } from './types';

/** The goal stands here, so that four figures of different size share one axis; what goes beyond is drawn to 140 %. */
const GOAL = 1 / 1.4;
const share = (n: number, target: number): string => `${Math.min(1, (n / Math.max(target, 1)) * GOAL) * 100}%`;

function Track({ counted, pending, target }: MetricView) {
  if (target === null) return <Box className={styles.unknown} />;
  return (
    <Box className={styles.bar}>
      <Box className={styles.counted} style={{ width: share(counted, target) }} />
      {pending > 0 && <Box className={styles.pending} style={{ width: share(pending, target) }} />}
    </Box>
  );
}

interface RowProps {
  readonly progress: Progress;
  readonly metric: MetricView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onClause: () => void;
}

function Bullet({ progress, metric, chosen, onChoose, onClause }: RowProps) {
  const { stationClass, stationId, year, asOf } = progress;
  const { counted, target, unit, pending, excluded, evenPace, calendarYear } = metric;
  const name = metricName(metric.metric, stationClass);
  return (
    <Box className={cx(styles.row, chosen && styles.chosen)}>
      <Tap className={styles.choose} onTap={onChoose} current={chosen}>
        <Box className={styles.label}>
          <Box className={styles.name}>{metric.metric === 'zjtx' ? `其中 ${name}` : name}</Box>
          <Box className={styles.small}>{metricBasis[metric.metric]}</Box>
        </Box>
        <Box className={styles.value}>
          <Box>
            <Text className={styles.figure}>{counted}</Text>
            <Text className="ink2">{target === null ? ` ${unit}` : ` / ${target} ${unit}`}</Text>
          </Box>
          <Box className={styles.small}>{`全年 ${calendarYear.counted} ${unit}`}</Box>
        </Box>
        <Box className={styles.track}>
          <Track {...metric} />
        </Box>
        <Box className={styles.parts}>
          <Box>
            {`${say.status.pending} `}
            <Text strong>{pending}</Text>
          </Box>
          <Box>
            {`${say.status.excluded} `}
            <Text strong>{excluded}</Text>
          </Box>
        </Box>
        <Box className={styles.verdict}>
          <PaceTag metric={metric} asOf={asOf} />
          {evenPace !== null && <Box className={styles.small}>{`按时间 ${evenPace} ${unit}`}</Box>}
        </Box>
      </Tap>
      <Box className={styles.ways}>
        <Link className={styles.way} to={evidenceAt(stationId, year, metric.metric)} label={`${say.evidence}：${name}`}>
          <Box as="span">{say.evidence}</Box>
          <Icon name="next" tone="primary" size={16} weight={2} />
        </Link>
        <ClauseLink word={clauseWord(metric.clause)} onOpen={onClause} />
      </Box>
    </Box>
  );
}

interface Props {
  readonly progress: Progress;
  readonly chosen: Metric;
  readonly onChoose: (metric: Metric) => void;
  readonly onClause: (clauseId: string) => void;
}

/** The four metrics on one axis, with what has passed of the time and where the goal is. */
export function Bullets({ progress, chosen, onChoose, onClause }: Props) {
  const { metrics, elapsed } = progress;
  const time = elapsed.of === 0 ? 0 : elapsed.days / elapsed.of;
  const known = metrics.some(({ target }) => target !== null);
  return (
    <Panel
      title="四项年度指标"
      more={
        <Box as="span">
          <Key part="counted">{say.status.counted}</Key>
          <Key part="pending">{say.status.pending}</Key>
        </Box>
      }
    >
      <Box className={styles.bullets}>
        {known && (
          <Box className={styles.axis} hidden>
            <Box className={styles.time} style={{ left: `${time * GOAL * 100}%` }}>
              <Box className={styles.timeWord}>{time >= 1 ? '统计已结束' : `时间已过 ${percent(time)}`}</Box>
            </Box>
            <Box className={styles.goal} style={{ left: `${GOAL * 100}%` }}>
              <Box className={styles.goalWord}>目标</Box>
            </Box>
          </Box>
        )}
        {metrics.map((metric) => (
          <Bullet
            key={metric.metric}
            progress={progress}
            metric={metric}
            chosen={metric.metric === chosen}
            onChoose={() => onChoose(metric.metric)}
            onClause={() => onClause(metric.clause)}
          />
        ))}
      </Box>
    </Panel>
  );
}
