import { QueuedNote } from '@/features/queue';
import type { Me } from '@/features/roles';
import { SCAN } from '@/features/visit/addresses';
import { Columns } from './Columns';
import { BigButton } from './Hero';
import { OpenVisit, openOf } from './OpenVisit';
import { RateFirst, rateableOf } from './RateFirst';
import { RecentVisits } from './RecentVisits';
import { useHomeVisits } from './use-visits';
import { TodoSection } from './VisitSections';

/** 参与对接主体, and everybody who has only scanned: to rate, what is under way, or to scan; then the last visits. */
export function GuestHome({ me }: { readonly me: Me }) {
  const visits = useHomeVisits(me.today);
  const rateable = rateableOf([...visits.left, ...visits.ofToday]);
  const open = openOf(visits.ofToday);
  return (
    <Columns
      main={
        <>
          {rateable ? (
            <RateFirst visit={rateable} own={false} />
          ) : open ? (
            <OpenVisit visit={open} today={me.today} onChanged={visits.reload} />
          ) : (
            <BigButton word="扫码签到" how="扫特派员手机上的实时码，或企业的签到码" icon="scan" to={SCAN} />
          )}
          <QueuedNote />
          <TodoSection visits={visits} without={rateable?.id} />
        </>
      }
      aside={<RecentVisits today={me.today} />}
    />
  );
}
