import { say } from '../words/kit';
import { Bar, Key } from './Bar';
import { Box, Tap, Text } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './MetricBar.module.scss';
import { StatusTag } from './StatusTag';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly counted: number;
  readonly pending: number;
  readonly excluded: number;
  /** Undefined: no standard reaches this year, so nothing is decided. */
  readonly target: number | undefined;
  /** In place of the parts, where there are none yet or no standard: 1月1日起统计，还没有记录. */
  readonly note?: string | undefined;
  /** A part of the metric above it. */
  readonly nested?: boolean | undefined;
  /** Opens the records behind the number. */
  readonly onOpen?: (() => void) | undefined;
}

function Gap({ counted, target, unit }: { readonly counted: number; readonly target: number; readonly unit: string }) {
  if (counted === target) return null;
  if (counted > target) return <Text className={cx(styles.gap, styles.met)}>{say.beyond(counted - target, unit)}</Text>;
  return <Text className={styles.gap}>{say.lacking(target - counted, unit)}</Text>;
}

/** One figure against its target, with the parts that did and did not count. */
export function MetricBar(props: Props) {
  const { label, unit, counted, pending, excluded, target, note, nested, onOpen } = props;
  const met = target !== undefined && counted >= target;
  const inside = (
    <>
      <Box className={styles.top}>
        <Box className={cx(styles.label, nested && styles.nested)}>{label}</Box>
        {met && <StatusTag standing="counted" word={say.met} />}
        {target === undefined && <StatusTag standing="excluded" word={say.undetermined} />}
        {onOpen && (
          <Box className={styles.open}>
            <Icon name="next" tone="ink-3" size={18} weight={2} />
          </Box>
        )}
      </Box>
      <Box className={styles.value}>
        <Text className={styles.figure}>{counted}</Text>
        <Text className={styles.of}>{target === undefined ? unit : `/ ${target} ${unit}`}</Text>
        {target !== undefined && <Gap counted={counted} target={target} unit={unit} />}
      </Box>
      <Box className={styles.track}>
        <Bar counted={counted} pending={pending} target={target} />
      </Box>
      <Box className={styles.legend}>
        {note ?? (
          <>
            <Key part="counted">{`${say.status.counted} ${counted}`}</Key>
            <Key part="pending">{`${say.status.pending} ${pending}`}</Key>
            <Key part="excluded">{`${say.status.excluded} ${excluded}`}</Key>
          </>
        )}
      </Box>
    </>
  );
  return onOpen ? (
    <Tap className={styles.metric} onTap={onOpen}>
      {inside}
    </Tap>
  ) : (
    <Box className={styles.metric}>{inside}</Box>
  );
}
