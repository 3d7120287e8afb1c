import type { ReactNode } from 'react';
import { Box, Card } from '@/ui';
import styles from './Detail.module.scss';

/** Label and content, one below the other in a card; `head` names whose they are. */
export function DetailFacts({
  head,
  rows,
  struck,
}: {
  readonly head?: ReactNode;
  readonly rows: readonly (readonly [label: string, content: string | undefined])[];
  readonly struck?: boolean | undefined;
}) {
  return (
    <Card className={styles.facts}>
      {head !== undefined && <Box className={styles.factsHead}>{head}</Box>}
      <Box as="dl">
        {rows.map(([label, content]) =>
          content === undefined || content === '' ? null : (
            <Box key={label} className={styles.fact}>
              <Box as="dt" className={styles.factLabel}>
                {label}
              </Box>
              <Box as="dd" className={struck ? styles.struck : styles.factContent}>
                {content}
              </Box>
            </Box>
          ),
        )}
      </Box>
    </Card>
  );
}
