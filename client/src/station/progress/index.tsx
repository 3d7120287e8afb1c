import { useState } from 'react';
import { ClauseSheetFor } from '@/features/policy/ClauseSheetFor';
import { Overview } from '@/features/station/Overview';
import { PhoneOverview } from '@/features/station/PhoneOverview';
import { ProgressActions } from '@/features/station/ProgressActions';
import { StationChoice } from '@/features/station/StationChoice';
import { summaryWords, windowWords } from '@/features/station/summary';
import { useFresh, useStation } from '@/features/station/use-station';
import { useCall } from '@/gateway';
import { useWide } from '@/platform/width';
import { Box, Loaded, Page, StateBlock, Tag } from '@/ui';
import { momentWords } from '@/words/dates';
import { classWord, standardWords } from '@/words/station';

/** 站点进度: what counts, against what, by when, and what is left to do; every number opens to its evidence and its clause. */
export default function ProgressPage() {
  const wide = useWide();
  const view = useStation('/station/progress/index');
  const { stationId, year, standing, me, list } = view;
  const of = stationId === undefined || year === undefined ? null : { stationId, year };
  const called = useCall('station.progress', of);
  const todo = useCall('station.todo', of);
  useFresh(called, todo);
  const [clause, setClause] = useState<string>();
  const data = called.data;
  const today = me.data?.today;
  const none = list.data !== undefined && stationId === undefined;
  return (
    <Page
      title={wide && data ? data.stationName : '站点进度'}
      tags={
        data && (
          <>
            <Tag tint word={classWord(data.stationClass)} />
            <Tag word={standardWords(data.year, data.policyYear, data.inherited)} />
          </>
        )
      }
      meta={data && today && `${windowWords(data)} · 截至 ${momentWords(data.asOf, today)} · ${summaryWords(data)}`}
      actions={data && <ProgressActions progress={data} />}
    >
      <StationChoice view={view} />
      {none && <StateBlock icon="bars" title="没有可看的站点" note="站点和区科协的角色由市科协创新服务中心授予。" />}
      {of && (
        <Loaded of={called}>
          {(progress) =>
            standing &&
            today && (
              <Box>
                {wide ? (
                  <Overview progress={progress} todo={todo} standing={standing} today={today} onClause={setClause} />
                ) : (
                  <PhoneOverview
                    progress={progress}
                    todo={todo}
                    standing={standing}
                    today={today}
                    onClause={setClause}
                  />
                )}
              </Box>
            )
          }
        </Loaded>
      )}
      <ClauseSheetFor clauseId={clause} year={year} open={clause !== undefined} onClose={() => setClause(undefined)} />
    </Page>
  );
}
