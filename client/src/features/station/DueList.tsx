import { visitOf } from '@/features/visit/addresses';
import { go } from '@/platform/route';
import { Box, DueRow, ListRow } from '@/ui';
import { clauseWord } from '@/words/counts';
import { daysUntil, dayWords } from '@/words/dates';
import { evidenceAt } from './addresses';
import styles from './DueList.module.scss';
import type { Todo } from './types';

const DUE = { completion: '项目完成并总结', summary: '总结报告，不少于 3000 字' } as const;
const SHOWN = 3;

/** Ratings that close on the same day are one row. */
function closingDays(closing: Todo['closing']): readonly (readonly [string, Todo['closing']])[] {
  const days = new Map<string, Todo['closing'][number][]>();
  for (const one of closing) days.set(one.closesOn, [...(days.get(one.closesOn) ?? []), one]);
  return [...days];
}

interface Props {
  readonly todo: Todo;
  readonly stationId: string;
  readonly year: number;
  readonly today: string;
  readonly mayDecide: boolean;
  readonly onClause: (clauseId: string) => void;
}

/** What comes due: make-ups to decide, ratings about to close, and the dates of the rules. */
export function DueList({ todo, stationId, year, today, mayDecide, onClause }: Props) {
  const open = todo.due.filter(({ days }) => days >= 0);
  const past = todo.due.filter(({ days }) => days < 0);
  const days = closingDays(todo.closing);
  return (
    <Box className={styles.list}>
      {todo.makeUps.map(({ visitId, makeUpId, enterprise, through, confirmed }) => (
        <DueRow
          key={makeUpId}
          days={daysUntil(through, today)}
          what={confirmed && mayDecide ? '补签等您同意' : confirmed ? '补签等区科协同意' : '补签等另一方确认'}
          by={[enterprise.name, `限 ${dayWords(through)}`]}
          onOpen={() => go(visitOf(visitId, confirmed && mayDecide ? 'decideMakeUp' : undefined))}
        />
      ))}
      {days.slice(0, SHOWN).map(([day, visits]) => (
        <DueRow
          key={day}
          days={daysUntil(day, today)}
          what={`${visits.length} 家企业的评价将关闭`}
          by={[visits[0]?.enterprise.name ?? '', dayWords(day)]}
          onOpen={() => {
            const [only] = visits;
            go(visits.length === 1 && only ? visitOf(only.visitId) : evidenceAt(stationId, year, 'keyServed'));
          }}
        />
      ))}
      {open.map(({ what, clause, day, days: left }) => (
        <DueRow
          key={what}
          days={left}
          what={DUE[what]}
          by={[dayWords(day), clauseWord(clause)]}
          onOpen={() => onClause(clause)}
        />
      ))}
      {past.map(({ what, clause, day }) => (
        <ListRow
          key={what}
          name={DUE[what]}
          why={`${dayWords(day)}已过 · ${clauseWord(clause)} · 本系统不记录提交`}
          onTap={() => onClause(clause)}
        />
      ))}
    </Box>
  );
}
