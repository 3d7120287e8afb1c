import { METRICS, type Metric } from '@shared/station/model';
import { useState } from 'react';
import { ClauseFor, ClauseSheetFor } from '@/features/policy/ClauseSheetFor';
import { EvidenceView } from '@/features/station/EvidenceView';
import { ExportButton } from '@/features/station/ExportButton';
import { useEvidence } from '@/features/station/use-evidence';
import { useFresh, useStation } from '@/features/station/use-station';
import { useWide } from '@/platform/width';
import { Box, Loaded, Page, type Part, Tag } from '@/ui';
import { metricName } from '@/words/counts';
import { dayWords, momentWords } from '@/words/dates';
import { standardWords } from '@/words/station';

const metricOf = (text: string | undefined): Metric => METRICS.find((one) => one === text) ?? 'contacted';

/** 证据: the records behind one number, in three parts that add up, each with its reason; the clause beside. */
export default function EvidencePage() {
  const wide = useWide();
  const { stationId, year, standing, me, asked } = useStation('/station/evidence/index');
  const metric = metricOf(asked.metric);
  const [part, setPart] = useState<Part>('counted');
  const [view, setView] = useState<'acceptance' | 'calendarYear'>('acceptance');
  const [open, setOpen] = useState(false);
  const of = stationId === undefined || year === undefined ? null : { stationId, year, metric, view };
  const parts = {
    counted: useEvidence(of && { ...of, status: 'counted' }),
    pending: useEvidence(of && { ...of, status: 'pending' }),
    excluded: useEvidence(of && { ...of, status: 'excluded' }),
  };
  useFresh(parts.counted.first, parts.pending.first, parts.excluded.first);
  const { first } = parts.counted;
  const { data } = first;
  const today = me.data?.today;
  return (
    <Page
      title={metricName(metric, data?.stationClass)}
      tags={data && <Tag word={standardWords(data.year, data.policyYear, data.inherited)} />}
      meta={
        data &&
        today &&
        `${data.stationName} · 统计 ${dayWords(data.window.from)}–${dayWords(data.window.to)} · 截至 ${momentWords(data.asOf, today)}`
      }
      actions={
        data &&
        stationId !== undefined &&
        year !== undefined && (
          <ExportButton kind="plain" word="导出 CSV" stationId={stationId} year={year} metrics={[metric]} view={view} />
        )
      }
      side={
        data && (
          <>
            <Box as="h2" className="note ink2" style={{ marginBottom: '8px' }}>
              这个数字依据的条款
            </Box>
            <ClauseFor clauseId={data.clause} year={data.year} />
          </>
        )
      }
    >
      <Loaded of={first}>
        {(evidence) =>
          standing && (
            <EvidenceView
              of={evidence}
              pages={parts[part]}
              part={part}
              onPart={setPart}
              view={view}
              onView={setView}
              standing={standing}
              onClause={wide ? undefined : () => setOpen(true)}
            />
          )
        }
      </Loaded>
      {!wide && <ClauseSheetFor clauseId={data?.clause} year={year} open={open} onClose={() => setOpen(false)} />}
    </Page>
  );
}
