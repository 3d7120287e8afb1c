import type { Standing } from '@/features/roles';
import { useCall } from '@/gateway';
import { Box, Link, Loaded, Panel, StatusTag } from '@/ui';
import { metricName, reasonWords } from '@/words/counts';
import { dayWords } from '@/words/dates';
import { statusWords } from '@/words/station';
import { enterpriseAt, evidenceAt } from './addresses';
import { factsOf } from './facts';
import { NextStepButton } from './NextStepButton';
import { nextStep } from './next-step';
import { Table, type TableColumn } from './Table';
import type { EvidenceItem, Metric, Progress } from './types';
import styles from './WhyNot.module.scss';

const SHOWN = 10;

interface Props {
  readonly progress: Progress;
  readonly metric: Metric;
  readonly standing: Standing;
}

/** What does not count yet for one metric, the pending first: why, and the next step. */
export function WhyNot({ progress, metric, standing }: Props) {
  const { stationId, year, stationClass } = progress;
  const of = { stationId, year, metric, limit: SHOWN };
  const pending = useCall('station.evidence', { ...of, status: 'pending' });
  const excluded = useCall('station.evidence', { ...of, status: 'excluded' });
  const counts = progress.metrics.find((one) => one.metric === metric);
  const all = (counts?.pending ?? 0) + (counts?.excluded ?? 0);
  const name = metricName(metric, stationClass);
  const withPerson = metric === 'personTimes';
  const columns: TableColumn[] = [
    { key: 'enterprise', head: '企业', width: '224px' },
    { key: 'day', head: '服务日', width: '88px' },
    ...(withPerson ? [{ key: 'person', head: '特派员', width: '88px' }] : []),
    { key: 'status', head: '状态', width: '100px' },
    { key: 'why', head: '原因' },
    { key: 'next', head: '下一步', width: '100px' },
  ];
  const row = (item: EvidenceItem) => ({
    key: `${item.enterprise.id} ${item.commissioner?.id ?? ''} ${item.day ?? ''}`,
    cells: {
      enterprise: (
        <Link className={styles.name} to={enterpriseAt(item.enterprise.id)}>
          {item.enterprise.name}
        </Link>
      ),
      day: item.day === null ? '—' : dayWords(item.day),
      person: item.commissioner?.name,
      status: <StatusTag standing={item.status} word={statusWords[item.status]} />,
      why: reasonWords(metric, item.because, factsOf(item)).why,
      next: <NextStepButton step={nextStep(item, standing, stationId, year)} who={item.enterprise.name} />,
    },
  });
  return (
    <Panel title="还没计入的，为什么" more={`${name} · 待定 ${counts?.pending ?? 0} · 未计入 ${counts?.excluded ?? 0}`}>
      <Loaded of={pending}>
        {(first) => (
          <Loaded of={excluded}>
            {(second) => {
              const items = [...first.items, ...second.items].slice(0, SHOWN);
              return items.length === 0 ? (
                <Box className={styles.none}>这一项没有待定和未计入的记录。</Box>
              ) : (
                <Table caption={`${name}还没计入的`} columns={columns} rows={items.map(row)} />
              );
            }}
          </Loaded>
        )}
      </Loaded>
      {all > SHOWN && <Link className={styles.all} to={evidenceAt(stationId, year, metric)}>{`看全部 ${all} 条`}</Link>}
    </Panel>
  );
}
