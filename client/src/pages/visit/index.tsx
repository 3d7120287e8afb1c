import { useState } from 'react';
import { ClauseSheetFor } from '@/features/policy/ClauseSheetFor';
import { type Me, useRole } from '@/features/roles';
import { ActDock } from '@/features/visit/ActDock';
import { Attested } from '@/features/visit/Attested';
import { countLines, countsTitle, noCountsWords } from '@/features/visit/count-words';
import { actsOf, hintOf } from '@/features/visit/next-act';
import { timelineEntries } from '@/features/visit/timeline-entries';
import type { VisitDetail } from '@/features/visit/types';
import { VisitTop } from '@/features/visit/VisitTop';
import { useCall } from '@/gateway';
import { pageParams } from '@/platform/params';
import { useReturn } from '@/platform/return';
import { useWide } from '@/platform/width';
import { Card, CountBlock, Loaded, Page, Section, Timeline } from '@/ui';
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
  const wide = useWide();
  return (
    <>
      <VisitTop visit={visit} today={me.today} />
      <Counts visit={visit} />
      <Section title="经过" more={dayWords(visit.day, me.today)}>
        <Timeline entries={timelineEntries(visit)} />
      </Section>
      {!wide && <Attested visit={visit} />}
    </>
  );
}

/** 服务详情: what happened, who attested, what it counts for and why not, and the one next step. */
export default function VisitPage() {
  const wide = useWide();
  // Read once: under another page it would read that one's parameters.
  const [{ id, do: first }] = useState(pageParams);
  const { me } = useRole();
  const called = useCall('visit.get', { visitId: id ?? '' });
  useReturn(called.reload);
  const visit = called.data?.visit;
  const dock = visit && me.data && (actsOf(visit).main || actsOf(visit).others.length > 0 || hintOf(visit)) && (
    <ActDock key={visit.id} visit={visit} me={me.data} first={first} onChanged={called.reload} />
  );
  return (
    <Page
      title="服务详情"
      dock={wide ? undefined : dock || undefined}
      actions={wide ? dock || undefined : undefined}
      side={wide && visit ? <Attested visit={visit} /> : undefined}
    >
      <Loaded of={called}>{(data) => me.data && <Body visit={data.visit} me={me.data} />}</Loaded>
    </Page>
  );
}
