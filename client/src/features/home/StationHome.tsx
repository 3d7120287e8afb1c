import { type Me, progressOf, type Standing } from '@/features/roles';
import { evidenceAt } from '@/features/station/addresses';
import { PaceTag } from '@/features/station/PaceTag';
import type { MetricView, Progress } from '@/features/station/types';
import { type Called, useCall } from '@/gateway';
import { useReturn } from '@/platform/return';
import { go } from '@/platform/route';
import { Box, Button, Card, ListRow, Loaded, Section, Skeleton, StateBlock } from '@/ui';
import { metricName } from '@/words/counts';
import { Columns } from './Columns';
import { calm } from './calm';
import { Figure } from './Figure';
import { DueSection, MakeUps } from './StationTodo';
import { worstOf } from './worst';

function OtherRow({ progress, metric }: { readonly progress: Progress; readonly metric: MetricView }) {
  const { counted, target, unit, pending } = metric;
  return (
    <ListRow
      name={metricName(metric.metric, progress.stationClass)}
      why={`${counted}${target === null ? '' : ` / ${target}`} ${unit}${pending > 0 ? `，待定 ${pending}` : ''}`}
      aside={<PaceTag metric={metric} asOf={progress.asOf} />}
      to={evidenceAt(progress.stationId, progress.year, metric.metric)}
    />
  );
}

function Figures({ progress }: { readonly progress: Progress }) {
  const worst = worstOf(progress);
  if (!worst) return <StateBlock icon="bars" title="今年还没有指标" note="站点类别设定后，这里显示进度" />;
  return (
    <>
      <Figure progress={progress} metric={worst} />
      <Section title="其他指标" more={`${progress.year}年`}>
        <Card>
          {progress.metrics
            .filter((metric) => metric !== worst)
            .map((metric) => (
              <OtherRow key={metric.metric} progress={progress} metric={metric} />
            ))}
        </Card>
      </Section>
    </>
  );
}

/** As high as what comes, so that nothing below it moves. */
function Waiting() {
  return (
    <>
      <Skeleton height={270} rows={1} />
      <Section title="其他指标">
        <Skeleton />
      </Section>
    </>
  );
}

function Main({ progress, stationId }: { readonly progress: Called<Progress>; readonly stationId: string }) {
  return (
    <>
      <Loaded of={calm(progress)} skeleton={<Waiting />}>
        {(data) => <Figures progress={data} />}
      </Loaded>
      <Box style={{ marginTop: '12px' }}>
        <Button kind="tint" icon="bars" word="站点进度" onTap={() => go(progressOf(stationId))} />
      </Box>
    </>
  );
}

interface Props {
  readonly me: Me;
  readonly standing: Standing;
}

/** A station's people, its district's officer and its auditor: the figure that needs attention most, then what to do. */
export function StationHome({ me, standing }: Props) {
  const { stationId = '' } = standing;
  const year = Number(me.today.slice(0, 4));
  const progress = useCall('station.progress', { stationId, year });
  const todo = useCall('station.todo', { stationId, year });
  useReturn(() => {
    progress.reload();
    todo.reload();
  });
  const mine = standing.kind === 'district' ? (todo.data?.makeUps ?? []).filter((one) => one.confirmed) : [];
  return (
    <Columns
      main={
        <>
          {mine.length > 0 && <MakeUps makeUps={mine} />}
          <Main progress={progress} stationId={stationId} />
        </>
      }
      aside={
        <DueSection
          todo={todo}
          without={mine.map((one) => one.makeUpId)}
          stationId={stationId}
          year={year}
          today={me.today}
        />
      }
    />
  );
}
