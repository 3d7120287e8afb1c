import { evidenceAt } from '@/features/station/addresses';
import { PaceTag } from '@/features/station/PaceTag';
import type { MetricView, Progress } from '@/features/station/types';
import { Bar, Box, Icon, Key, Link, Text } from '@/ui';
import { metricName } from '@/words/counts';
import { dayOf, dayWords } from '@/words/dates';
import { say } from '@/words/kit';
import styles from './Figure.module.scss';

function gapWords({ counted, target, unit }: MetricView): string {
  if (target === null || counted === target) return '';
  return counted < target ? say.lacking(target - counted, unit) : say.beyond(counted - target, unit);
}

/** What time asks for, while there is time. */
function timeWords({ window, evenPace, unit }: MetricView, today: string): string {
  if (today > window.to) return `统计到 ${dayWords(window.to)}，已结束`;
  return evenPace === null ? `统计到 ${dayWords(window.to)}` : `按时间，今天应有 ${evenPace} ${unit}`;
}

/** The one figure of a station's home, drawn; it opens the records behind it. */
export function Figure({ progress, metric }: { readonly progress: Progress; readonly metric: MetricView }) {
  const { counted, pending, excluded, target, unit } = metric;
  return (
    <Link className={styles.card} to={evidenceAt(progress.stationId, progress.year, metric.metric)}>
      <Box className={styles.top}>
        <Box as="h2" className={styles.name}>
          {metricName(metric.metric, progress.stationClass)}
        </Box>
        <PaceTag metric={metric} asOf={progress.asOf} />
      </Box>
      <Box className={styles.value}>
        <Text className={styles.big}>{counted}</Text>
        <Text className={styles.of}>{target === null ? unit : `/ ${target} ${unit}`}</Text>
        <Text className={styles.gap}>{gapWords(metric)}</Text>
      </Box>
      <Box className={styles.track}>
        <Bar counted={counted} pending={pending} target={target ?? undefined} />
      </Box>
      <Box className={styles.fact}>
        <Key part="counted">{`${say.status.counted} ${counted}`}</Key>
        <Key part="pending">{`${say.status.pending} ${pending}`}</Key>
        <Key part="excluded">{`${say.status.excluded} ${excluded}`}</Key>
      </Box>
      <Box className={styles.fact}>{timeWords(metric, dayOf(progress.asOf))}</Box>
      <Box className={styles.open}>
        <Text className={styles.openWord}>看这个数字的证据</Text>
        <Icon name="next" tone="primary" size={18} weight={2} />
      </Box>
    </Link>
  );
}
