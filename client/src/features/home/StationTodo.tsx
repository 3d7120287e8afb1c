import { useState } from 'react';
import { ClauseSheetFor } from '@/features/policy/ClauseSheetFor';
import { DueList } from '@/features/station/DueList';
import type { Todo } from '@/features/station/types';
import { visitOf } from '@/features/visit/addresses';
import type { Called } from '@/gateway';
import { go } from '@/platform/route';
import { Button, Card, ListRow, Loaded, Section } from '@/ui';
import { dayWords } from '@/words/dates';
import { calm } from './calm';

/** 补签 that wait for the district's officer: what he alone can move on. */
export function MakeUps({ makeUps }: Pick<Todo, 'makeUps'>) {
  return (
    <Section title="等您审批的补签" more={`${makeUps.length} 份`}>
      <Card>
        {makeUps.map(({ visitId, makeUpId, enterprise, day, through }) => (
          <ListRow
            key={makeUpId}
            name={enterprise.name}
            why={`${dayWords(day)}的服务`}
            urgent={`限 ${dayWords(through)}`}
            aside={<Button small kind="tint" word="审批" onTap={() => go(visitOf(visitId, 'decideMakeUp'))} />}
          />
        ))}
      </Card>
    </Section>
  );
}

interface Props {
  readonly todo: Called<Todo>;
  /** Make-ups shown elsewhere on the page. */
  readonly without: readonly string[];
  readonly stationId: string;
  readonly year: number;
  readonly today: string;
}

/** What comes due for the station, the nearest first, each with its date and article. */
export function DueSection({ todo, without, stationId, year, today }: Props) {
  const [clause, setClause] = useState<string>();
  return (
    <Section title="到期的事">
      <Loaded of={calm(todo)}>
        {(data) => (
          <Card>
            <DueList
              todo={{ ...data, makeUps: data.makeUps.filter((one) => !without.includes(one.makeUpId)) }}
              stationId={stationId}
              year={year}
              today={today}
              mayDecide={false}
              onClause={setClause}
            />
          </Card>
        )}
      </Loaded>
      <ClauseSheetFor clauseId={clause} year={year} open={clause !== undefined} onClose={() => setClause(undefined)} />
    </Section>
  );
}
