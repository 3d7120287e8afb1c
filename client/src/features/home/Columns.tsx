import type { ReactNode } from 'react';
import { useWide } from '@/platform/width';
import { Box } from '@/ui';
import styles from './Columns.module.scss';

interface Props {
  /** What this person wants now: first on a phone, at the left of a wide screen. */
  readonly main: ReactNode;
  readonly aside: ReactNode;
}

/** Two columns on a wide screen, one after the other on a phone. */
export function Columns({ main, aside }: Props) {
  const wide = useWide();
  if (!wide)
    return (
      <>
        {main}
        {aside}
      </>
    );
  return (
    <Box className={styles.columns}>
      <Box className={styles.main}>{main}</Box>
      <Box className={styles.aside}>{aside}</Box>
    </Box>
  );
}
