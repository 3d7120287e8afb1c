import { rateOf } from '@/features/visit/addresses';
import type { VisitSummary } from '@/features/visit/types';
import { go } from '@/platform/route';
import { dayWords } from '@/words/dates';
import { briefly, peopleWords, untilWords } from '@/words/visit';
import { BigCard } from './Hero';

/** The visit whose rating ends first. */
export const rateableOf = (visits: readonly VisitSummary[]): VisitSummary | undefined =>
  visits.find((one) => one.next?.do === 'rate');

/** 评价 as the biggest thing: whom, about what, until when. */
export function RateFirst({ visit, own }: { readonly visit: VisitSummary; readonly own: boolean }) {
  const who = peopleWords(visit.commissioners);
  const until = untilWords(visit.next);
  return (
    <BigCard
      mark="both"
      about={`请评价${who}的服务`}
      say={[
        ...(own ? [] : [visit.enterprise.name]),
        `${dayWords(visit.day)}，${briefly(visit.topic)}`,
        ...(until ? [until] : []),
      ]}
      action={{ word: '评价', icon: 'star', onTap: () => go(rateOf(visit.id)) }}
    />
  );
}
