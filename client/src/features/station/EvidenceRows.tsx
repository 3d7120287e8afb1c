import type { Standing } from '@/features/roles';
import { visitOf } from '@/features/visit/addresses';
import { Box, Link, ListRow, type Part, TallyMark, type TallyState } from '@/ui';
import { metricName, reasonWords } from '@/words/counts';
import { dayWords } from '@/words/dates';
import { enterpriseAt } from './addresses';
import { factsOf } from './facts';
import { NextStepButton } from './NextStepButton';
import { nextStep } from './next-step';
import { Table, type TableColumn } from './Table';
import type { Evidence, EvidenceItem } from './types';
import styles from './WhyNot.module.scss';

const keyOf = (item: EvidenceItem): string => `${item.enterprise.id} ${item.commissioner?.id ?? ''} ${item.day ?? ''}`;
const addressOf = ({ visitIds, enterprise }: EvidenceItem): string =>
  visitIds[0] === undefined ? enterpriseAt(enterprise.id) : visitOf(visitIds[0]);

/** The mark that the visit behind a row bears. */
function tallyOf({ because, facts }: EvidenceItem): TallyState {
  if (because === 'voided') return 'voided';
  if (because === 'not-served') return 'none';
  if (because === 'one-sided') return facts.missing === 'specialist' ? 'enterprise' : 'commissioner';
  return because === 'awaiting-other-side' ? 'queued' : 'both';
}

/** 8月27日 · 罗致和 · why. A record that counts needs no more than its facts. */
function whyOf(item: EvidenceItem, { metric }: Evidence): string {
  const { day, commissioner, visitIds, status, because } = item;
  const why = reasonWords(metric, because, factsOf(item)).why;
  const times = visitIds.length > 1 ? `${visitIds.length} 次服务` : '';
  const reason = status === 'counted' && metric !== 'zjtx' ? '' : why;
  // What the sentence says already is not said before it.
  const on = day === null || (reason !== '' && item.facts.day !== undefined) ? '' : dayWords(day);
  const who = commissioner && !reason.includes(commissioner.name) ? commissioner.name : '';
  return [on, who, times, reason].filter(Boolean).join(' · ');
}

interface Props {
  readonly of: Evidence;
  readonly items: readonly EvidenceItem[];
}

/** Evidence as a list: every row opens the visit that proves it, or the enterprise where there is none. */
export function EvidenceRows({ of, items }: Props) {
  return (
    <>
      {items.map((item) => (
        <ListRow
          key={keyOf(item)}
          name={item.enterprise.name}
          why={whyOf(item, of)}
          lead={<TallyMark state={tallyOf(item)} size={24} silent />}
          to={addressOf(item)}
        />
      ))}
    </>
  );
}

/** Evidence as a table, with what can be done about what does not count. */
export function EvidenceTable({
  of,
  part,
  items,
  standing,
}: Props & { readonly part: Part; readonly standing: Standing }) {
  const { metric, stationId, year, stationClass } = of;
  const counted = part === 'counted';
  const columns: TableColumn[] = [
    { key: 'enterprise', head: '企业' },
    { key: 'day', head: '服务日', width: '92px' },
    ...(metric === 'personTimes' ? [{ key: 'person', head: '特派员', width: '88px' }] : []),
    { key: 'why', head: counted ? '依据' : '原因和怎么办' },
    { key: 'next', head: counted ? '服务' : '下一步', width: '112px' },
  ];
  const rows = items.map((item) => {
    const { why, whatToDo } = reasonWords(metric, item.because, factsOf(item));
    const step = counted
      ? { kind: 'go' as const, word: '看服务', to: addressOf(item) }
      : nextStep(item, standing, stationId, year);
    return {
      key: keyOf(item),
      cells: {
        enterprise: (
          <Link className={styles.name} to={enterpriseAt(item.enterprise.id)}>
            {item.enterprise.name}
          </Link>
        ),
        day: item.day === null ? '—' : dayWords(item.day),
        person: item.commissioner?.name,
        why: (
          <>
            {why}
            {whatToDo && <Box className="ink3 mark">{whatToDo}</Box>}
          </>
        ),
        next: <NextStepButton step={step} who={item.enterprise.name} />,
      },
    };
  });
  return <Table caption={`${metricName(metric, stationClass)}的证据`} columns={columns} rows={rows} />;
}
