import type { ReactNode } from 'react';
import { say } from '../words/kit';
import { Box, Tap } from './base';
import { Card } from './Card';
import styles from './Evidence.module.scss';
import { Tabs } from './Tabs';

export type Part = 'counted' | 'pending' | 'excluded';

interface Props {
  /** The numbers of the three parts, those of the MetricBar that led here. */
  readonly counts: Readonly<Record<Part, number>>;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  /** The rows of the chosen part: ListRow. */
  readonly children: ReactNode;
  /** Where there are more pages. */
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean | undefined;
  /** In place of the rows when the part has none. */
  readonly empty?: ReactNode;
}

const parts: readonly Part[] = ['counted', 'pending', 'excluded'];

/** The records behind a number, in three parts that add up to it. */
export function EvidenceList({ counts, part, onPart, children, onMore, loadingMore, empty }: Props) {
  return (
    <Box>
      <Tabs
        label={say.evidence}
        tabs={parts.map((key) => ({ key, word: say.status[key], count: counts[key] }))}
        value={part}
        onChange={onPart}
      />
      <Box className={styles.list}>{counts[part] === 0 ? empty : <Card>{children}</Card>}</Box>
      {onMore && counts[part] > 0 && (
        <Tap className={styles.more} onTap={onMore} busy={loadingMore}>
          {loadingMore ? say.loading : say.more}
        </Tap>
      )}
    </Box>
  );
}
