import type { Me } from '@/features/roles';
import { progressAt } from '@/features/station/addresses';
import { needsAttention } from '@/features/station/board-rows';
import type { Metric, Progress } from '@/features/station/types';
import { type Output, useCall } from '@/gateway';
import { useReturn } from '@/platform/return';
import { go } from '@/platform/route';
import { Bar, Box, Button, Card, ListRow, Loaded, Section, Skeleton, StateBlock, Tag, Text } from '@/ui';
import { clock } from '@/words/dates';
import { metricShort } from '@/words/station';
import { Columns } from './Columns';
import { calm } from './calm';
import styles from './Figure.module.scss';
import { behindFirst, behindOf, metOf } from './worst';

type Board = Output<'station.board'>;
const LINES = 3;
const METRICS: readonly Metric[] = ['contacted', 'keyServed', 'zjtx', 'personTimes'];

/** 重点服务 12 / 20 家，专精特新 1 / 3 家 */
const lagWords = (station: Progress): string =>
  behindOf(station)
    .map(({ metric, counted, target, unit }) => `${metricShort[metric]} ${counted} / ${target ?? '—'} ${unit}`)
    .join('，');

function Attention({ stations, asOf }: Board) {
  const far = stations.filter(needsAttention).length;
  const behind = stations.filter((one) => behindOf(one).length > 0).length;
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.name}>
        需要关注的站点
      </Box>
      <Box className={styles.value}>
        <Text className={styles.big}>{far}</Text>
        <Text className={styles.of}>{`/ ${stations.length} 个站点`}</Text>
      </Box>
      <Box className={styles.fact}>
        {`有指标不到时间进度的四分之三${behind > far ? `；另有 ${behind - far} 个低于进度` : ''}。截至 ${clock(asOf)}`}
      </Box>
      <Box style={{ marginTop: '14px' }}>
        <Button kind="primary" icon="grid" word="看全市站点" onTap={() => go('/station/board/index')} />
      </Box>
    </Box>
  );
}

function Furthest({ stations }: Pick<Board, 'stations'>) {
  const behind = behindFirst(stations);
  return (
    <Section title="差得最多" more={behind.length > LINES ? `前 ${LINES} 个` : undefined}>
      {behind.length === 0 ? (
        <StateBlock icon="check" title="所有站点都跟上进度" />
      ) : (
        <Card>
          {behind.slice(0, LINES).map((station) => (
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
  );
}

function ByMetric({ stations }: Pick<Board, 'stations'>) {
  return (
    <Section title="各项指标达标的站点">
      <Card>
        {METRICS.map((metric) => {
          const { met, of } = metOf(stations, metric);
          return (
            <Box key={metric} className={styles.parts}>
              <Box className={styles.partsTop}>
                <Box className={styles.partsName}>{metricShort[metric]}</Box>
                <Box className={styles.partsOf}>
                  <Text strong>{String(met)}</Text>
                  {` / ${of} 个`}
                </Box>
              </Box>
              <Bar counted={met} pending={0} target={of === 0 ? undefined : of} />
            </Box>
          );
        })}
      </Card>
    </Section>
  );
}

/** 市科协 and its center: how many stations need attention, the three that need it most, and the board. */
export function CityHome({ me }: { readonly me: Me }) {
  const board = useCall('station.board', { year: Number(me.today.slice(0, 4)) });
  useReturn(board.reload);
  return (
    <Loaded of={calm(board)} skeleton={<Skeleton height={220} rows={2} />}>
      {(data) => (
        <Columns
          main={
            <>
              <Attention {...data} />
              <Furthest stations={data.stations} />
            </>
          }
          aside={
            <>
              <ByMetric stations={data.stations} />
              {data.districtsWithout.length > 0 && (
                <Section title="还没有站点的区">
                  <Card pad>{data.districtsWithout.map((one) => one.name).join('、')}</Card>
                </Section>
              )}
            </>
          }
        />
      )}
    </Loaded>
  );
}
