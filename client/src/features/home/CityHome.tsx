import type { Me } from '@/features/roles';
import { progressAt } from '@/features/station/addresses';
import { useCall } from '@/gateway';
import { useReturn } from '@/platform/return';
import { go } from '@/platform/route';
import { Box, Button, Card, ListRow, Loaded, Section, Skeleton, StateBlock, Tag, Text } from '@/ui';
import { metricName } from '@/words/counts';
import { clock } from '@/words/dates';
import styles from './Figure.module.scss';
import type { Progress } from '@/features/station/types';
import { behindOf, needingAttention } from './worst';

const LINES = 3;

/** 重点服务 12 / 20 家，专精特新 1 / 3 家 */
const lagWords = (station: Progress): string =>
  behindOf(station)
    .map(({ metric, counted, target, unit }) => `${metricName(metric, station.stationClass)} ${counted} / ${target ?? '—'} ${unit}`)
    .join('，');

function Summary({ stations, asOf }: { readonly stations: readonly Progress[]; readonly asOf: string }) {
  const needing = needingAttention(stations);
  return (
    <>
      <Box as="section" className={styles.card}>
        <Box as="h2" className={styles.name}>
          需要关注的站点
        </Box>
        <Box className={styles.value}>
          <Text className={styles.big}>{needing.length}</Text>
          <Text className={styles.of}>{`/ ${stations.length} 个站点`}</Text>
        </Box>
        <Box className={styles.fact}>{`有指标低于时间进度或未达标 · 截至 ${clock(asOf)}`}</Box>
        <Box style={{ marginTop: '14px' }}>
          <Button kind="primary" icon="grid" word="全市站点" onTap={() => go('/station/board/index')} />
        </Box>
      </Box>
      <Section title="差得最多" more={needing.length > LINES ? `前 ${LINES} 个` : undefined}>
        {needing.length === 0 ? (
          <StateBlock icon="check" title="所有站点都跟上进度" />
        ) : (
          <Card>
            {needing.slice(0, LINES).map((station) => (
              <ListRow
                key={station.stationId}
                name={station.stationName}
                why={lagWords(station)}
                aside={<Tag tint word={`${station.stationClass} 类`} />}
                to={progressAt(station.stationId, station.year)}
              />
            ))}
          </Card>
        )}
      </Section>
    </>
  );
}

/** 市科协 and its center: how many stations need attention, the three that need it most, and the board. */
export function CityHome({ me }: { readonly me: Me }) {
  const board = useCall('station.board', { year: Number(me.today.slice(0, 4)) });
  useReturn(board.reload);
  return (
    <Loaded of={board} skeleton={<Skeleton height={220} rows={2} />}>
      {(data) => (
        <>
          <Summary stations={data.stations} asOf={data.asOf} />
          {data.districtsWithout.length > 0 && (
            <Section title="还没有站点的区">
              <Card pad>{data.districtsWithout.map((one) => one.name).join('、')}</Card>
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}
