import { Box } from './base';
import { Card } from './Card';
import styles from './Steps.module.scss';

export interface Step {
  readonly what: string;
  readonly how?: string | undefined;
}

/** What to do next, numbered. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <Card as="ol">
      {steps.map(({ what, how }, i) => (
        <Box as="li" key={what} className={styles.step}>
          <Box className={styles.number} hidden>
            {i + 1}
          </Box>
          <Box className="grow">
            <Box className={how ? styles.what : undefined}>{what}</Box>
            {how && <Box className={styles.how}>{how}</Box>}
          </Box>
        </Box>
      ))}
    </Card>
  );
}
