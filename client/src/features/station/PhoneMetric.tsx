import { Bar, Box, ClauseLink, Icon, Key, Link, Text } from '@/ui';
import { clauseWord, metricName } from '@/words/counts';
import { say } from '@/words/kit';
import { evidenceAt } from './addresses';
import { PaceTag } from './PaceTag';
import styles from './PhoneMetric.module.scss';
import type { MetricView, Progress } from './types';

function Gap({ counted, target, unit }: MetricView) {
  if (target === null || counted === target) return null;
  const met = counted > target;
  return (
    <Text className={met ? `${styles.gap} ${styles.met}` : styles.gap}>
      {met ? say.beyond(counted - target, unit) : say.lacking(target - counted, unit)}
    </Text>
  );
}

interface Props {
  readonly progress: Progress;
  readonly metric: MetricView;
  readonly onClause: (clauseId: string) => void;
}

/** One metric on a phone: it opens its evidence, and below, its clause. */
export function PhoneMetric({ progress, metric, onClause }: Props) {
  const { stationId, year, stationClass, asOf } = progress;
  const { counted, pending, excluded, target, unit, evenPace, calendarYear } = metric;
  const name = metricName(metric.metric, stationClass);
  const nested = metric.metric === 'zjtx';
  return (
    <Box as="li" className={styles.metric}>
      <Link className={styles.open} to={evidenceAt(stationId, year, metric.metric)}>
        <Box className={styles.top}>
          <Box className={styles.heading}>
            <Text className={nested ? `${styles.label} ${styles.nested}` : styles.label}>
              {nested ? `其中 ${name}` : name}
            </Text>
            <PaceTag metric={metric} asOf={asOf} />
          </Box>
          <Box className={styles.next}>
            <Icon name="next" tone="ink-3" size={18} weight={2} />
          </Box>
        </Box>
        <Box className={styles.value}>
          <Text className={styles.figure}>{counted}</Text>
          <Text className="ink2">{target === null ? unit : `/ ${target} ${unit}`}</Text>
          <Gap {...metric} />
        </Box>
        <Box className={styles.track}>
          <Bar counted={counted} pending={pending} target={target ?? undefined} />
        </Box>
        <Box className={styles.parts}>
          <Key part="counted">{`${say.status.counted} ${counted}`}</Key>
          <Key part="pending">{`${say.status.pending} ${pending}`}</Key>
          <Key part="excluded">{`${say.status.excluded} ${excluded}`}</Key>
        </Box>
      </Link>
      <Box className={styles.foot}>
        <Box className="grow">
          {evenPace !== null && <Text>{`按时间 ${evenPace} ${unit}`}</Text>}
          {evenPace !== null && <Box as="span" className="dot" hidden />}
          <Text>{`全年 ${calendarYear.counted} ${unit}`}</Text>
        </Box>
        <ClauseLink word={clauseWord(metric.clause)} onOpen={() => onClause(metric.clause)} />
      </Box>
    </Box>
  );
}
