import { districtName } from '@shared/enterprise/districts';
import { useWide } from '@/platform/width';
import { Box, Button, Card, FailureBlock, Link, ListRow, Loaded, StateBlock, Tag } from '@/ui';
import { say } from '@/words/kit';
import { enterpriseAt } from './addresses';
import { Table } from './Table';
import type { EnterprisePages, EnterpriseRow } from './use-enterprises';
import styles from './WhyNot.module.scss';

const columns = [
  { key: 'name', head: '企业' },
  { key: 'code', head: '企业码', width: '120px' },
  { key: 'district', head: '所在区', width: '110px' },
  { key: 'industry', head: '产业', width: '220px' },
  { key: 'zjtx', head: '专精特新', width: '110px' },
];

const tableRow = ({ id, name, shortCode, district, industry, zjtx }: EnterpriseRow) => ({
  key: id,
  cells: {
    name: (
      <Link className={styles.name} to={enterpriseAt(id)}>
        {name}
      </Link>
    ),
    code: shortCode,
    district: districtName(district),
    industry,
    zjtx: zjtx ? '是' : '',
  },
});

/** The register: a table on a wide screen, rows on a phone; each leads to its enterprise. */
export function EnterpriseList({ pages, query }: { readonly pages: EnterprisePages; readonly query: string }) {
  const wide = useWide();
  const { first, rows, more, loadingMore, failure } = pages;
  const note = query === '' ? '企业由区科协登记。' : '可以搜名称、企业码、统一社会信用代码或产业。';
  return (
    <Loaded
      of={first}
      isEmpty={({ enterprises }) => enterprises.length === 0}
      empty={<StateBlock icon="building" title={query === '' ? '还没有企业' : `没有找到“${query}”`} note={note} />}
    >
      {() => (
        <>
          <Card>
            {wide ? (
              <Table caption="企业名录" columns={columns} rows={rows.map(tableRow)} />
            ) : (
              rows.map(({ id, name, shortCode, district, zjtx }) => (
                <ListRow
                  key={id}
                  name={name}
                  why={`${districtName(district)} · ${shortCode}`}
                  aside={zjtx ? <Tag word="专精特新" /> : undefined}
                  to={enterpriseAt(id)}
                />
              ))
            )}
          </Card>
          {failure && <FailureBlock failure={failure} onAgain={more} />}
          {more && (
            <Box style={{ marginTop: '12px' }}>
              <Button kind="plain" word={say.more} pending={loadingMore} onTap={more} />
            </Box>
          )}
        </>
      )}
    </Loaded>
  );
}
