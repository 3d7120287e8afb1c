import { useState } from 'react';
import { QueuedNote } from '@/features/queue';
import { type Me, RoleSwitch, type Standing, useRole } from '@/features/roles';
import styles from '@/features/visit/List.module.scss';
import { type Filter, listInput, listTitle } from '@/features/visit/list-input';
import { useVisitPages } from '@/features/visit/use-pages';
import { VisitList } from '@/features/visit/VisitList';
import { useCall } from '@/gateway';
import { useReturn } from '@/platform/return';
import { go } from '@/platform/route';
import { useWide } from '@/platform/width';
import { Box, Button, Loaded, Page, Segmented, Select } from '@/ui';

const FILTERS: readonly { readonly key: Filter; readonly word: string }[] = [
  { key: 'all', word: '全部' },
  { key: 'todo', word: '还差一步' },
];

function Visits({ me, standing }: { readonly me: Me; readonly standing: Standing }) {
  const [filter, setFilter] = useState<Filter>('all');
  const [chosen, choose] = useState<string>();
  const stations = useCall('station.list', standing.kind === 'city' ? {} : null);
  const all = stations.data?.stations ?? [];
  const stationId = chosen ?? all[0]?.id;
  const pages = useVisitPages(listInput(standing, filter, stationId) ?? null);
  useReturn(pages.first.reload);
  return (
    <>
      <QueuedNote />
      <Box className={styles.filters}>
        {standing.kind === 'city' && stationId !== undefined && (
          <Box className={styles.station}>
            <Select
              label="站点"
              value={stationId}
              onChange={choose}
              options={all.map(({ id, name }) => ({ value: id, word: name }))}
            />
          </Box>
        )}
        <Segmented label="显示哪些" tabs={FILTERS} value={filter} onChange={setFilter} />
      </Box>
      {standing.kind === 'city' && stations.data === undefined ? (
        <Loaded of={stations}>{() => null}</Loaded>
      ) : (
        <VisitList
          pages={pages}
          filter={filter}
          today={me.today}
          by={standing.kind === 'enterprise' ? 'topic' : 'enterprise'}
          self={standing.kind === 'commissioner' ? me.person.id : undefined}
        />
      )}
    </>
  );
}

/** 我的服务, or those of the enterprise or the station that one answers for. */
export default function VisitsPage() {
  const { me, standing, standings } = useRole();
  const plans =
    standing?.kind === 'commissioner' || standing?.role === 'stationContact' || standing?.role === 'stationLead';
  const wide = useWide();
  const plan = plans && (
    <Button
      small={!wide}
      kind={wide ? 'plain' : 'tint'}
      icon="calendar"
      word="安排服务"
      onTap={() => go('/pages/plan/index')}
    />
  );
  return (
    <Page title={standing ? listTitle(standing) : '我的服务'} tab="visits" actions={(wide && plan) || undefined}>
      <Loaded of={me}>
        {(data) =>
          standing && (
            <>
              {!wide && (
                <Box className={styles.title}>
                  <Box as="h2" className="title grow">
                    {listTitle(standing)}
                  </Box>
                  {plan}
                </Box>
              )}
              <RoleSwitch standing={standing} standings={standings} />
              <Visits key={standing.key} me={data} standing={standing} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
