import { useState } from 'react';
import { TodoRow } from '@/features/visit/TodoRow';
import type { VisitSummary } from '@/features/visit/types';
import { VisitRow } from '@/features/visit/VisitRow';
import { go } from '@/platform/route';
import { Box, Button, Card, Loaded, Section, StateBlock } from '@/ui';
import { calm } from './calm';
import type { HomeVisits } from './use-visits';

/** As many as a home can hold before it is a list. */
const FEW = 5;

interface Props {
  readonly visits: HomeVisits;
  readonly today: string;
  /** How rows are named, and whose name they leave out: see VisitRow. */
  readonly by?: 'enterprise' | 'topic';
  readonly self?: string;
}

interface TodayProps extends Props {
  /** For who may plan one. */
  readonly mayPlan: boolean;
}

export function TodaySection({ visits, today, mayPlan, by = 'enterprise', self }: TodayProps) {
  const { ofToday } = visits;
  return (
    <Section title="今天的服务" more={ofToday.length > 0 ? `${ofToday.length} 场` : undefined}>
      <Loaded
        of={calm(visits.today)}
        isEmpty={() => ofToday.length === 0}
        empty={
          <StateBlock
            icon="calendar"
            title="今天没有安排"
            note={mayPlan ? '到了企业直接扫码，也会自动建立一次服务' : '特派员到访后，会显示在这里'}
            action={mayPlan ? { word: '安排服务', onTap: () => go('/pages/plan/index') } : undefined}
          />
        }
      >
        {() => (
          <Card>
            {ofToday.map((visit) => (
              <VisitRow key={visit.id} visit={visit} lead="time" today={today} by={by} self={self} />
            ))}
          </Card>
        )}
      </Loaded>
    </Section>
  );
}

interface RowsProps {
  readonly visits: readonly VisitSummary[];
  readonly by: 'enterprise' | 'topic' | undefined;
}

function Rows({ visits, by }: RowsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? visits : visits.slice(0, FEW);
  return (
    <>
      <Card>
        {shown.map((visit) => (
          <TodoRow key={visit.id} visit={visit} by={by} />
        ))}
      </Card>
      {visits.length > shown.length && (
        <Box style={{ marginTop: '8px' }}>
          <Button kind="text" word={`看全部 ${visits.length} 项`} onTap={() => setAll(true)} />
        </Box>
      )}
    </>
  );
}

interface TodoProps extends Omit<Props, 'today' | 'self'> {
  /** Already the biggest thing of the page. */
  readonly without?: string | undefined;
}

export function TodoSection({ visits, by, without }: TodoProps) {
  const { todo } = visits;
  const left = visits.left.filter((one) => one.id !== without);
  if (without !== undefined && left.length === 0) return null;
  return (
    <Section title="还差一步" more={left.length > 0 ? `${left.length} 项` : undefined}>
      <Loaded
        of={calm(todo)}
        isEmpty={() => left.length === 0}
        empty={<StateBlock icon="check" title="都办好了" note="补签、评价、提醒到期前会列在这里" />}
      >
        {() => <Rows visits={left} by={by} />}
      </Loaded>
    </Section>
  );
}

export function ComingSection({ visits, today, by = 'enterprise', self }: Props) {
  const { coming } = visits;
  if (coming.length === 0) return null;
  return (
    <Section title="接下来" more={`${coming.length} 场`}>
      <Card>
        {coming.slice(0, FEW).map((visit) => (
          <VisitRow key={visit.id} visit={visit} lead="day" today={today} by={by} self={self} />
        ))}
      </Card>
    </Section>
  );
}
