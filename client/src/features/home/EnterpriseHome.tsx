import { QueuedNote } from '@/features/queue';
import type { Me, Standing } from '@/features/roles';
import { SCAN } from '@/features/visit/addresses';
import type { VisitSummary } from '@/features/visit/types';
import { go } from '@/platform/route';
import { Skeleton } from '@/ui';
import { peopleWords } from '@/words/visit';
import { Columns } from './Columns';
import { BigButton, BigCard } from './Hero';
import { OpenVisit, openOf } from './OpenVisit';
import { PosterCard } from './PosterCard';
import { RateFirst, rateableOf } from './RateFirst';
import { RecentVisits } from './RecentVisits';
import { type HomeVisits, useHomeVisits } from './use-visits';
import { ComingSection, TodaySection, TodoSection } from './VisitSections';

interface FirstProps {
  readonly visits: HomeVisits;
  readonly rateable: VisitSummary | undefined;
  readonly today: string;
}

/** Somebody stands at the door: before a rating; a rating before what ends by itself. */
function First({ visits, rateable, today }: FirstProps) {
  const arrived = visits.ofToday.find((one) => one.state === 'specialist_in' && one.mine === undefined);
  if (arrived)
    return (
      <BigCard
        mark="commissioner"
        about={`${peopleWords(arrived.commissioners)}已到访，等您签到`}
        say={['请扫特派员手机上的实时码']}
        action={{ word: '扫码签到', icon: 'scan', onTap: () => go(SCAN) }}
      />
    );
  if (rateable) return <RateFirst visit={rateable} own />;
  const open = openOf(visits.ofToday);
  if (open) return <OpenVisit visit={open} today={today} onChanged={visits.reload} />;
  return <BigButton word="扫码签到" how="扫特派员手机上的实时码" icon="scan" to={SCAN} />;
}

interface Props {
  readonly me: Me;
  readonly standing: Standing;
}

/** 企业联系人: what waits for the enterprise, its poster, its visits. */
export function EnterpriseHome({ me, standing }: Props) {
  const { enterpriseId = '', scopeName } = standing;
  const visits = useHomeVisits(me.today, enterpriseId);
  const rateable = rateableOf([...visits.left, ...visits.ofToday]);
  const unknown = visits.today.state === 'loading' || visits.todo.state === 'loading';
  return (
    <Columns
      main={
        <>
          {/* As high as what comes: the biggest thing of the page is not drawn twice. */}
          {unknown ? (
            <Skeleton rows={1} height={258} />
          ) : (
            <First visits={visits} rateable={rateable} today={me.today} />
          )}
          <QueuedNote />
          {!unknown && (
            <>
              <TodaySection visits={visits} today={me.today} by="topic" mayPlan={false} />
              <TodoSection visits={visits} by="topic" without={rateable?.id} />
            </>
          )}
        </>
      }
      aside={
        // What stands below the first thing comes after it, and does not move when that is known.
        !unknown && (
          <>
            <PosterCard enterpriseId={enterpriseId} name={scopeName} />
            <ComingSection visits={visits} today={me.today} by="topic" />
            <RecentVisits today={me.today} enterpriseId={enterpriseId} />
          </>
        )
      }
    />
  );
}
