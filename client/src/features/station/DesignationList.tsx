import type { Output } from '@/gateway';
import { useWide } from '@/platform/width';
import { Button, Card, Link, ListRow, StatusTag } from '@/ui';
import { dayWords } from '@/words/dates';
import { statusWords } from '@/words/station';
import { enterpriseAt } from './addresses';
import { Table } from './Table';
import styles from './WhyNot.module.scss';

export type Designation = Output<'station.designations'>['designations'][number];

interface Props {
  readonly rows: readonly Designation[];
  readonly today: string;
  /** Undefined for those who do not withdraw. */
  readonly onWithdraw: ((designation: Designation) => void) | undefined;
}

const columns = [
  { key: 'name', head: '企业' },
  { key: 'from', head: '指定日', width: '110px' },
  { key: 'reason', head: '指定理由' },
  { key: 'served', head: '重点服务', width: '110px' },
  { key: 'act', head: '操作', width: '110px' },
];

const servedWord = ({ withdrawn, served }: Designation): string => {
  if (withdrawn) return '已撤回';
  return served ? statusWords[served] : '还没有服务';
};

function Served(one: Designation) {
  return <StatusTag standing={one.withdrawn ? 'excluded' : (one.served ?? 'excluded')} word={servedWord(one)} />;
}

/** The enterprises named for key service, each with how it stands. */
export function DesignationList({ rows, today, onWithdraw }: Props) {
  const wide = useWide();
  const act = (one: Designation) =>
    onWithdraw && !one.withdrawn && <Button small kind="plain" word="撤回" onTap={() => onWithdraw(one)} />;
  return (
    <Card>
      {wide ? (
        <Table
          caption="重点服务企业名单"
          columns={columns}
          rows={rows.map((one) => ({
            key: one.enterprise.id,
            cells: {
              name: (
                <Link className={styles.name} to={enterpriseAt(one.enterprise.id)}>
                  {one.enterprise.name}
                </Link>
              ),
              from: dayWords(one.from, today),
              reason: one.reason,
              served: <Served {...one} />,
              act: act(one),
            },
          }))}
        />
      ) : (
        rows.map((one) => {
          const { enterprise, from, reason } = one;
          const button = act(one);
          return (
            <ListRow
              key={enterprise.id}
              name={enterprise.name}
              why={[button && servedWord(one), dayWords(from, today), reason].filter(Boolean).join(' · ')}
              aside={button || <Served {...one} />}
              to={button ? undefined : enterpriseAt(enterprise.id)}
            />
          );
        })
      )}
    </Card>
  );
}
