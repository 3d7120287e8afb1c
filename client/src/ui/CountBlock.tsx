import { say } from '../words/kit';
import { Box } from './base';
import { Card } from './Card';
import { ClauseLink } from './ClauseLink';
import styles from './CountBlock.module.scss';
import { type Standing, StatusTag } from './StatusTag';

export interface Count {
  readonly key: string;
  readonly standing: Extract<Standing, 'counted' | 'pending' | 'excluded'>;
  /** 重点服务企业 */
  readonly what: string;
  readonly why: string;
  /** Shown for what did not count. */
  readonly whatToDo?: string | undefined;
  /** 第六条, and what a tap on it does. */
  readonly clause?: { readonly word: string; readonly onOpen: () => void } | undefined;
}

const order = { excluded: 0, pending: 1, counted: 2 } as const;

/** For one record: what it counted for and what not, the latter first, each with its reason. */
export function CountBlock({ counts }: { readonly counts: readonly Count[] }) {
  const sorted = [...counts].sort((a, b) => order[a.standing] - order[b.standing]);
  return (
    <Card>
      {sorted.map((count) => (
        <Box key={count.key} className={styles.count}>
          <Box className={styles.head}>
            <StatusTag standing={count.standing} />
            <Box className={styles.what}>{count.what}</Box>
            {count.clause && <ClauseLink word={count.clause.word} onOpen={count.clause.onOpen} />}
          </Box>
          <Box className={styles.why}>{count.why}</Box>
          {count.whatToDo && (
            <Box className={styles.todo}>
              <Box className={styles.todoHead}>{say.whatToDo}</Box>
              <Box>{count.whatToDo}</Box>
            </Box>
          )}
        </Box>
      ))}
    </Card>
  );
}
