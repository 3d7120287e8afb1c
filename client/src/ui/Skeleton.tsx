import { useEffect, useState } from 'react';
import { say } from '../words/kit';
import { Box, len } from './base';
import { Card } from './Card';
import styles from './Skeleton.module.scss';

/** True once `ms` have passed: what is quick needs no sign of waiting. */
function useLate(ms = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}

/** Grey lines of the height that the content will have; they appear after 300 ms. */
export function Skeleton({
  rows = 3,
  height = 66,
}: {
  readonly rows?: number | undefined;
  readonly height?: number | undefined;
}) {
  const late = useLate();
  return (
    <Box busy role="status" label={late ? say.loading : undefined} className={late ? styles.shown : styles.waiting}>
      <Card>
        {Array.from({ length: rows }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
          <Box key={i} className={styles.row} style={{ height: len(height) }} hidden>
            <Box className={styles.short} />
            <Box className={styles.line} />
          </Box>
        ))}
      </Card>
    </Box>
  );
}
