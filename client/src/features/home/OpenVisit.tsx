import { useState } from 'react';
import { useArrived } from '@/features/queue';
import { Complete } from '@/features/visit/acts/Complete';
import { liveOf, SCAN, visitOf } from '@/features/visit/addresses';
import type { VisitSummary } from '@/features/visit/types';
import { go } from '@/platform/route';
import { toast } from '@/ui';
import { missingWords, tallyOf } from '@/words/visit';
import { BigCard } from './Hero';

const OPEN: readonly VisitSummary['state'][] = ['in_service', 'specialist_in', 'enterprise_in'];

/** The visit under way: one in service before one that waits for the enterprise. */
export const openOf = (visits: readonly VisitSummary[]): VisitSummary | undefined =>
  visits
    .filter((one) => OPEN.includes(one.state) && (one.mine !== undefined || one.next?.do === 'complete'))
    .sort((a, b) => OPEN.indexOf(a.state) - OPEN.indexOf(b.state))[0];

interface OpenProps {
  readonly visit: VisitSummary;
  readonly today: string;
  readonly onChanged: () => void;
}

/** Someone who is at an enterprise wants the one step that follows; scanning elsewhere stays a tap away. */
export function OpenVisit({ visit, today, onChanged }: OpenProps) {
  const [completing, setCompleting] = useState(false);
  useArrived(onChanged);
  const scan = { word: '扫另一个码', onTap: () => go(SCAN) };
  const done = (said: string) => {
    setCompleting(false);
    toast(said);
    onChanged();
  };
  const about = visit.enterprise.name;
  if (visit.next?.do === 'complete')
    return (
      <>
        <BigCard
          mark="both"
          about={about}
          say={['双方已签到，服务进行中']}
          action={{ word: '完成服务', icon: 'check', onTap: () => setCompleting(true) }}
          second={visit.mine && { word: '请更多人签到', onTap: () => go(liveOf(visit.id)) }}
        />
        {completing && <Complete visit={visit} today={today} onClose={() => setCompleting(false)} onDone={done} />}
      </>
    );
  return visit.next?.do === 'show-code' ? (
    <BigCard
      mark={tallyOf(visit)}
      about={about}
      say={[missingWords(visit)]}
      action={{ word: '出示实时码', icon: 'code', onTap: () => go(liveOf(visit.id)) }}
      second={scan}
    />
  ) : (
    <BigCard
      mark={tallyOf(visit)}
      about={about}
      say={['服务进行中，由第一位签到的特派员或企业完成']}
      action={{ word: '看这次服务', onTap: () => go(visitOf(visit.id)) }}
      second={scan}
    />
  );
}
