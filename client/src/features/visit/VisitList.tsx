import { useWide } from '@/platform/width';
import { Box, Button, Card, FailureBlock, Loaded, Panel, Section, StateBlock } from '@/ui';
import { groupedDays } from './grouped-days';
import styles from './List.module.scss';
import type { Filter } from './list-input';
import { TodoRow } from './TodoRow';
import type { VisitSummary } from './types';
import type { Pages } from './use-pages';
import { VisitRow } from './VisitRow';
import { VisitTable } from './VisitTable';

const EMPTY: Readonly<Record<Filter, { readonly title: string; readonly note: string }>> = {
  all: { title: '还没有服务', note: '特派员扫企业签到码，或事先安排后，服务会列在这里' },
  todo: { title: '都办好了', note: '没有等您签到、补签、评价或提醒的服务' },
};

interface RowsProps {
  readonly visits: readonly VisitSummary[];
  readonly filter: Filter;
  readonly today: string;
  /** How rows are named, and whose name they leave out: see VisitRow. */
  readonly by: 'enterprise' | 'topic';
  readonly self: string | undefined;
}

function Rows({ visits, filter, today, by, self }: RowsProps) {
  const wide = useWide();
  if (wide)
    return (
      <Panel title={filter === 'todo' ? `还差一步的 ${visits.length} 次服务` : '全部服务'}>
        <VisitTable visits={visits} today={today} />
      </Panel>
    );
  if (filter === 'todo')
    return (
      <Card>
        {visits.map((visit) => (
          <TodoRow key={visit.id} visit={visit} by={by} />
        ))}
      </Card>
    );
  return (
    <>
      {groupedDays(visits, today).map((group) => (
        <Section key={group.key} title={group.head}>
          <Card>
            {group.visits.map((visit) => (
              <VisitRow
                key={visit.id}
                visit={visit}
                lead={visit.day === today ? 'time' : 'day'}
                today={today}
                by={by}
                self={self}
              />
            ))}
          </Card>
        </Section>
      ))}
    </>
  );
}

interface Props extends Omit<RowsProps, 'visits'> {
  readonly pages: Pages;
}

/** A list of visits: by months on a phone, a table on a wide screen, a page at a time. */
export function VisitList({ pages, ...rows }: Props) {
  const { filter } = rows;
  const { first, visits, more, loadingMore, failure } = pages;
  return (
    <Loaded of={first} isEmpty={() => visits.length === 0} empty={<StateBlock icon="list" {...EMPTY[filter]} />}>
      {() => (
        <>
          <Rows visits={visits} {...rows} />
          {failure && <FailureBlock failure={failure} onAgain={more} />}
          {more && !failure && (
            <Box className={styles.foot}>
              <Button kind="tint" word="看更早的" pending={loadingMore} onTap={more} />
            </Box>
          )}
        </>
      )}
    </Loaded>
  );
}
