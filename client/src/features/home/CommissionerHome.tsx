import { QueuedNote } from '@/features/queue';
import type { Me } from '@/features/roles';
import { SCAN } from '@/features/visit/addresses';
import { Columns } from './Columns';
import { BigButton } from './Hero';
import { OpenVisit, openOf } from './OpenVisit';
import { useHomeVisits } from './use-visits';
import { ComingSection, TodaySection, TodoSection } from './VisitSections';

/** 产业特派员: to scan, or what is open; then today, and what is one step short. */
export function CommissionerHome({ me }: { readonly me: Me }) {
  const visits = useHomeVisits(me.today);
  const open = openOf(visits.ofToday);
  return (
    <Columns
      main={
        <>
          {open ? (
            <OpenVisit visit={open} today={me.today} onChanged={visits.reload} />
          ) : (
            <BigButton word="扫码签到" how="到企业后，扫企业的签到码" icon="scan" to={SCAN} />
          )}
          <QueuedNote />
          <TodaySection visits={visits} today={me.today} self={me.person.id} mayPlan />
        </>
      }
      aside={
        <>
          <TodoSection visits={visits} />
          <ComingSection visits={visits} today={me.today} self={me.person.id} />
        </>
      }
    />
  );
}
