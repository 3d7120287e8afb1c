import { Table } from '@/features/station/Table';
import { go } from '@/platform/route';
import { Box, Button, Link, TallyMark } from '@/ui';
import { clock, dayAndWeekday, dayWords } from '@/words/dates';
import { missingWords, nextWord, peopleWords, tallyOf, untilWords } from '@/words/visit';
import { nextAddress, visitOf } from './addresses';
import { Facts } from './Facts';
import styles from './List.module.scss';
import type { VisitSummary } from './types';
import { StateTag } from './VisitRow';

const COLUMNS = [
  { key: 'enterprise', head: '企业', width: '24%' },
  { key: 'day', head: '服务日', width: '13%' },
  { key: 'topic', head: '主题' },
  { key: 'people', head: '特派员', width: '13%' },
  { key: 'sides', head: '签到', width: '68px' },
  { key: 'state', head: '状态', width: '128px' },
  { key: 'next', head: '下一步', width: '17%' },
] as const;

function NextCell({ visit }: { readonly visit: VisitSummary }) {
  const to = nextAddress(visit) ?? (visit.next?.do === 'remind' ? visitOf(visit.id) : undefined);
  const word = nextWord(visit.next);
  if (!to || !word) return <Box className="ink3">{missingWords(visit) || '—'}</Box>;
  return (
    <Box className={styles.next}>
      <Button small kind="tint" word={word} onTap={() => go(to)} />
      <Box className={styles.until}>{untilWords(visit.next)}</Box>
    </Box>
  );
}

const cellsOf = (visit: VisitSummary, today: string) => ({
  enterprise: (
    <Link className={styles.link} to={visitOf(visit.id)}>
      {visit.enterprise.name}
    </Link>
  ),
  day: (
    <Box className="num" label={dayAndWeekday(visit.day)}>
      {dayWords(visit.day, today)}
      {visit.from ? ` ${clock(visit.from)}` : ''}
    </Box>
  ),
  topic: <Facts facts={[visit.topic]} />,
  people: peopleWords(visit.commissioners),
  sides: <TallyMark state={tallyOf(visit)} size={22} />,
  state: <StateTag state={visit.state} />,
  next: <NextCell visit={visit} />,
});

/** Visits as rows with columns, on a wide screen. */
export function VisitTable({ visits, today }: { readonly visits: readonly VisitSummary[]; readonly today: string }) {
  return (
    <Table
      caption="服务活动"
      columns={COLUMNS}
      rows={visits.map((visit) => ({ key: visit.id, cells: cellsOf(visit, today) }))}
    />
  );
}
