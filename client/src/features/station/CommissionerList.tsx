import type { Called, Output } from '@/gateway';
import { useWide } from '@/platform/width';
import { Button, Card, ListRow, Loaded, StateBlock, StatusTag } from '@/ui';
import { Table } from './Table';

export type Commissioner = Output<'commissioner.list'>['commissioners'][number];
export type PersonAct = 'propose' | 'suspend';

interface Props {
  readonly of: Called<Output<'commissioner.list'>>;
  readonly query: string;
  /** What the reader may do with a person; undefined: nothing. */
  readonly actOf: (person: Commissioner) => PersonAct | undefined;
  readonly onAct: (act: PersonAct, person: Commissioner) => void;
}

const WORD: Readonly<Record<PersonAct, string>> = { propose: '提名驻站', suspend: '暂停' };

const columns = [
  { key: 'name', head: '姓名', width: '96px' },
  { key: 'org', head: '工作单位和职务' },
  { key: 'fields', head: '服务方向' },
  { key: 'resident', head: '驻站' },
  { key: 'act', head: '操作', width: '124px' },
];

/** 产业特派员名录 */
export function CommissionerList({ of, query, actOf, onAct }: Props) {
  const wide = useWide();
  const aside = (person: Commissioner) => {
    if (!person.active) return <StatusTag standing="excluded" word="暂停中" />;
    const act = actOf(person);
    return act && <Button small kind="text" word={WORD[act]} onTap={() => onAct(act, person)} />;
  };
  const residence = (person: Commissioner) =>
    person.residentOf.map(({ name }) => name.replace(/工作站点$/, '')).join('、');
  return (
    <Loaded
      of={of}
      isEmpty={({ commissioners }) => commissioners.length === 0}
      empty={<StateBlock icon="people" title={query === '' ? '还没有产业特派员' : `没有找到“${query}”`} />}
    >
      {({ commissioners }) => (
        <Card>
          {wide ? (
            <Table
              caption="产业特派员名录"
              columns={columns}
              rows={commissioners.map((person) => ({
                key: person.id,
                cells: {
                  name: person.name,
                  org: `${person.orgName} · ${person.title}`,
                  fields: person.fields.join('、'),
                  resident: residence(person),
                  act: aside(person),
                },
              }))}
            />
          ) : (
            commissioners.map((person) => (
              <ListRow
                key={person.id}
                name={person.name}
                why={[person.orgName, person.title, residence(person) && `驻${residence(person)}`]
                  .filter(Boolean)
                  .join(' · ')}
                aside={aside(person)}
              />
            ))
          )}
        </Card>
      )}
    </Loaded>
  );
}
