import { type Metric, STATION_CLASSES, type StationClass } from '@shared/station/model';
import { useState } from 'react';
import { evidenceAt, progressAt } from '@/features/station/addresses';
import styles from '@/features/station/Board.module.scss';
import { columns, rowOf } from '@/features/station/board-rows';
import { boardMeta, headline } from '@/features/station/board-words';
import { StationChoice } from '@/features/station/StationChoice';
import { useFresh, useStation } from '@/features/station/use-station';
import { type Output, useCall } from '@/gateway';
import { go } from '@/platform/route';
import { useWide } from '@/platform/width';
import { Box, Button, Loaded, Page, Segmented, StateBlock, Tag } from '@/ui';
import { Matrix, MatrixLegend } from '@/ui/Matrix';
import { classWord, standardWords } from '@/words/station';

type Board = Output<'station.board'>;
type Chosen = StationClass | 'all';

function ClassFilter({
  board,
  value,
  onChange,
}: {
  readonly board: Board;
  readonly value: Chosen;
  readonly onChange: (key: Chosen) => void;
}) {
  const count = (of: StationClass) => board.stations.filter(({ stationClass }) => stationClass === of).length;
  const tabs = STATION_CLASSES.map((one) => ({ key: one as Chosen, word: classWord(one), count: count(one) }));
  return (
    <Segmented
      label="站点类别"
      tabs={[{ key: 'all' as Chosen, word: '全部', count: board.stations.length }, ...tabs]}
      value={value}
      onChange={onChange}
    />
  );
}

/** 全市站点: every station against every metric, whoever lags most first. */
export default function BoardPage() {
  const wide = useWide();
  const view = useStation('/station/board/index');
  const { year, me, standing } = view;
  const board = useCall('station.board', year === undefined ? null : { year });
  useFresh(board);
  const [chosen, setChosen] = useState<Chosen>('all');
  const { data } = board;
  const today = me.data?.today;
  const [first] = data?.stations ?? [];
  const filter = data && <ClassFilter board={data} value={chosen} onChange={setChosen} />;
  const settings = standing?.role === 'center' && (
    <Button kind="plain" word="站点设置" icon="gear" onTap={() => go('/station/settings/index')} />
  );
  return (
    <Page
      title={wide && data ? headline(data) : '全市站点'}
      tags={first && <Tag word={standardWords(first.year, first.policyYear, first.inherited)} />}
      meta={data && today && boardMeta(data, today)}
      actions={
        <>
          {filter}
          {settings}
        </>
      }
    >
      <StationChoice view={{ ...view, stations: [] }} />
      <Loaded
        of={board}
        isEmpty={({ stations }) => stations.length === 0}
        empty={<StateBlock icon="grid" title={`${year}年还没有站点`} note="设定站点类别后，进度就会出现在这里。" />}
      >
        {({ stations, districtsWithout }) => (
          <>
            {!wide && data && today && (
              <>
                <Box as="h2" className="title">
                  {headline(data)}
                </Box>
                <Box className={styles.meta}>{boardMeta(data, today)}</Box>
                <Box className={styles.filter}>{filter}</Box>
              </>
            )}
            <Matrix
              caption="全市站点进度"
              rowHead="站点"
              markHead="类"
              columns={columns}
              rows={stations.filter(({ stationClass }) => chosen === 'all' || stationClass === chosen).map(rowOf)}
              onCell={(row, column) => go(evidenceAt(row.key, year ?? 0, column as Metric))}
              onRow={(row) => go(progressAt(row.key, year ?? 0))}
            />
            {wide && <MatrixLegend />}
            {districtsWithout.length > 0 && (
              <Box className={styles.without}>{`未设站：${districtsWithout.map(({ name }) => name).join('、')}`}</Box>
            )}
            {!wide && settings}
          </>
        )}
      </Loaded>
    </Page>
  );
}
