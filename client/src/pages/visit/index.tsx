import { useState } from 'react';
import { Columns } from '@/features/home/Columns';
import { ClauseSheetFor } from '@/features/policy/ClauseSheetFor';
import { QueuedNote, useArrived } from '@/features/queue';
import { type Me, useRole } from '@/features/roles';
import { ActDock } from '@/features/visit/ActDock';
import { Attested } from '@/features/visit/Attested';
import { countLines, countsTitle, noCountsWords } from '@/features/visit/count-words';
import styles from '@/features/visit/Detail.module.scss';
import { actsOf, hintOf } from '@/features/visit/next-act';
import { timelineEntries } from '@/features/visit/timeline-entries';
import type { VisitDetail } from '@/features/visit/types';
import { VisitTop } from '@/features/visit/VisitTop';
import { useCall } from '@/gateway';
import { pageParams } from '@/platform/params';
import { useReturn } from '@/platform/return';
import { go } from '@/platform/route';
import { useWide } from '@/platform/width';
import { Box, Card, CountBlock, FailureBlock, Loaded, Page, Section, Timeline } from '@/ui';
import { dayWords } from '@/words/dates';

function Counts({ visit }: { readonly visit: VisitDetail }) {
  const [clause, setClause] = useState<string>();
  const { counts } = visit;
  return (
    <Section title={counts.length === 0 ? '计入情况' : countsTitle(counts)}>
      {counts.length === 0 ? (
        <Card pad>{noCountsWords(visit)}</Card>
      ) : (
        <CountBlock counts={countLines(counts, setClause)} />
      )}
      <ClauseSheetFor
        clauseId={clause}
        year={Number(visit.day.slice(0, 4))}
        open={clause !== undefined}
        onClose={() => setClause(undefined)}
      />
    </Section>
  );
}

function Body({ visit, me }: { readonly visit: VisitDetail; readonly me: Me }) {
  return (
    <>
      <VisitTop visit={visit} today={me.today} />
      <Box className={styles.columns}>
        <Columns
          main={
            <>
              <Counts visit={visit} />
              <Section title="经过" more={dayWords(visit.day, me.today)}>
                <Timeline entries={timelineEntries(visit)} />
              </Section>
            </>
          }
          aside={<Attested visit={visit} />}
        />
      </Box>
    </>
  );
}

const NO_SUCH = { ok: false, code: 'not-found', message: '' } as const;

function VisitWith({ id, first }: { readonly id: string; readonly first: string | undefined }) {
  const wide = useWide();
  const { me } = useRole();
  const called = useCall('visit.get', { visitId: id });
  useReturn(called.reload);
  useArrived(called.reload);
  const visit = called.data?.visit;
  const { main, others } = visit ? actsOf(visit) : { main: undefined, others: [] };
  const dock = visit && me.data && (main !== undefined || others.length > 0 || hintOf(visit) !== undefined) && (
    <ActDock key={visit.id} visit={visit} me={me.data} first={first} onChanged={called.reload} />
  );
  return (
    <Page title="服务详情" dock={wide ? undefined : dock || undefined} actions={wide ? dock || undefined : undefined}>
      <QueuedNote visitId={id} />
      <Loaded of={called}>{(data) => me.data && <Body visit={data.visit} me={me.data} />}</Loaded>
    </Page>
  );
}

/** 服务详情: what happened, who attested, what it counts for and why not, and the one next step. */
export default function VisitPage() {
  // Read once: under another page it would read that one's parameters.
  const [{ id, do: first }] = useState(pageParams);
  if (id !== undefined && id !== '') return <VisitWith id={id} first={first} />;
  return (
    <Page title="服务详情">
      <FailureBlock failure={NO_SUCH} action={{ word: '看全部服务', onTap: () => go('/pages/visits/index') }} />
    </Page>
  );
}
