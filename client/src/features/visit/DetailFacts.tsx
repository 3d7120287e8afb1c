import type { ReactNode } from 'react';
import { Box, Card } from '@/ui';
import styles from './Detail.module.scss';

type Row = readonly [label: string, content: string | undefined];

function Rows({ rows, className }: { readonly rows: readonly Row[]; readonly className: string | undefined }) {
  return (
    <>
      {rows.map(([label, content]) =>
        content === undefined || content === '' ? null : (
          <Box key={label} className={styles.fact}>
            <Box as="dt" className={styles.factLabel}>
              {label}
            </Box>
            <Box as="dd" className={className}>
              {content}
            </Box>
          </Box>
        ),
      )}
    </>
  );
}

interface Props {
  readonly head?: ReactNode;
  readonly rows: readonly Row[];
  readonly struck?: boolean | undefined;
  /** What is said about a struck record, itself not struck. */
  readonly after?: readonly Row[];
}

/** Label and content, one below the other in a card; `head` names whose they are. */
export function DetailFacts({ head, rows, struck, after = [] }: Props) {
  return (
    <Card className={styles.facts}>
      {head !== undefined && <Box className={styles.factsHead}>{head}</Box>}
      <Box as="dl">
        <Rows rows={rows} className={struck ? styles.struck : styles.factContent} />
        <Rows rows={after} className={styles.factContent} />
      </Box>
    </Card>
  );
}
