import { useState } from 'react';
import { ClauseSheetFor } from '@/features/policy/ClauseSheetFor';
import type { Standing } from '@/features/roles';
import { visitOf } from '@/features/visit/addresses';
import type { Called, Output } from '@/gateway';
import { go } from '@/platform/route';
import { Button, Card, DueRow, ListRow, Loaded, Section, StateBlock, Tag } from '@/ui';
import { clauseWord } from '@/words/counts';
import { dayWords, leftWords } from '@/words/dates';

type Todo = Output<'station.todo'>;
const FEW = 4;
const DUE = { completion: '项目完成并总结', summary: '总结报告，不少于 3000 字' } as const;

interface Props {
  readonly todo: Called<Todo>;
  readonly standing: Standing;
  readonly today: string;
}

/** 补签: for the district's officer to decide, for the station to see how far it is. */
export function MakeUps({ todo, standing }: Omit<Props, 'today'>) {
  const decides = standing.kind === 'district';
  const title = decides ? '等您审批的补签' : '处理中的补签';
  const makeUps = todo.data?.makeUps ?? [];
  if (makeUps.length === 0 && !decides) return null;
  return (
    <Section title={title} more={makeUps.length > 0 ? `${makeUps.length} 份` : undefined}>
      <Loaded
        of={todo}
        isEmpty={(data) => data.makeUps.length === 0}
        empty={<StateBlock icon="check" title="没有等您审批的补签" />}
      >
        {(data) => (
          <Card>
            {data.makeUps.map(({ visitId, makeUpId, enterprise, day, through, confirmed }) =>
              decides ? (
                <ListRow
                  key={makeUpId}
                  name={enterprise.name}
                  why={`${dayWords(day)}的服务${confirmed ? '' : '，待对方确认'}`}
                  urgent={`${dayWords(through)}前`}
                  aside={<Button small kind="tint" word="审批" onTap={() => go(visitOf(visitId, 'decideMakeUp'))} />}
                />
              ) : (
                <ListRow
                  key={makeUpId}
                  name={enterprise.name}
                  why={`${dayWords(day)}的服务，${confirmed ? '等区科协审批' : '等对方确认'}`}
                  urgent={`${dayWords(through)}前`}
                  to={visitOf(visitId)}
                />
              ),
            )}
          </Card>
        )}
      </Loaded>
    </Section>
  );
}

/** Ratings that will close unrated, the nearest first. */
export function Closing({ todo, today }: Omit<Props, 'standing'>) {
  const [all, setAll] = useState(false);
  const count = todo.data?.closing.length ?? 0;
  return (
    <Section title="快到期的评价" more={count > 0 ? `${count} 家` : undefined}>
      <Loaded
        of={todo}
        isEmpty={(data) => data.closing.length === 0}
        empty={<StateBlock icon="check" title="没有等评价的服务" />}
      >
        {(data) => (
          <>
            <Card>
              {data.closing.slice(0, all ? undefined : FEW).map(({ visitId, enterprise, closesOn }) => (
                <ListRow
                  key={visitId}
                  name={enterprise.name}
                  why={`企业未评价，${dayWords(closesOn)}截止`}
                  aside={<Tag word={leftWords(closesOn, today)} />}
                  to={visitOf(visitId)}
                />
              ))}
            </Card>
            {!all && data.closing.length > FEW && (
              <Button kind="text" word={`看全部 ${data.closing.length} 家`} onTap={() => setAll(true)} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** The dates of the rules, with their article. */
export function Due({ todo, year }: { readonly todo: Called<Todo>; readonly year: number }) {
  const [clause, setClause] = useState<string>();
  return (
    <Section title="到期的事">
      <Loaded of={todo}>
        {(data) => (
          <Card>
            {data.due.map((one) => (
              <DueRow
                key={one.what}
                days={one.days}
                what={DUE[one.what]}
                by={[dayWords(one.day), clauseWord(one.clause)]}
                onOpen={() => setClause(one.clause)}
              />
            ))}
          </Card>
        )}
      </Loaded>
      <ClauseSheetFor clauseId={clause} year={year} open={clause !== undefined} onClose={() => setClause(undefined)} />
    </Section>
  );
}
