import styles from './Bar.module.scss';
import { Box } from './base';
import { cx } from './cx';

interface Props {
  readonly counted: number;
  readonly pending: number;
  /** Undefined: no standard for this year; the bar is an empty dashed one. */
  readonly target: number | undefined;
}

/** Counted solid, pending hatched, of the target; past the target the goal becomes a tick. The figures stand beside. */
export function Bar({ counted, pending, target }: Props) {
  if (target === undefined) return <Box className={cx(styles.bar, styles.unknown)} hidden />;
  const whole = Math.max(target, counted + pending, 1);
  const share = (n: number) => `${(n / whole) * 100}%`;
  return (
    <Box className={styles.bar} hidden>
      {counted > 0 && <Box className={styles.counted} style={{ width: share(counted) }} />}
      {pending > 0 && <Box className={styles.pending} style={{ width: share(pending) }} />}
      {whole > target && <Box className={styles.goal} style={{ left: share(target) }} />}
    </Box>
  );
}

/** The sign of one part of a bar, before its word. */
export function Key({
  part,
  children,
}: {
  readonly part: 'counted' | 'pending' | 'excluded';
  readonly children: string;
}) {
  return (
    <Box as="span" className={styles.key}>
      <Box as="span" className={cx(styles.swatch, styles[`${part}Key`])} hidden />
      <Box as="span">{children}</Box>
    </Box>
  );
}
