import type { VisitSummary } from '@/features/visit/types';
import { type Called, type Output, useCall } from '@/gateway';
import { useReturn } from '@/platform/return';

export interface HomeVisits {
  readonly today: Called<Output<'visit.list'>>;
  readonly todo: Called<Output<'visit.list'>>;
  /** Those of today, by their hour. */
  readonly ofToday: readonly VisitSummary[];
  /** One step short, from other days; the nearest last day first. */
  readonly left: readonly VisitSummary[];
  /** Planned for later. */
  readonly coming: readonly VisitSummary[];
  readonly reload: () => void;
}

const byTime = (a: VisitSummary, b: VisitSummary): number => (a.from ?? '~').localeCompare(b.from ?? '~');
const byUntil = (a: VisitSummary, b: VisitSummary): number => (a.next?.by ?? '~').localeCompare(b.next?.by ?? '~');
const byDay = (a: VisitSummary, b: VisitSummary): number => a.day.localeCompare(b.day) || byTime(a, b);

/** What a home shows of visits: today, what is one step short, and what is planned. `enterpriseId`: that enterprise's. */
export function useHomeVisits(today: string, enterpriseId?: string): HomeVisits {
  const of = enterpriseId === undefined ? { of: 'mine' as const } : { of: 'enterprise' as const, enterpriseId };
  const day = useCall('visit.list', { ...of, only: 'today' });
  const todo = useCall('visit.list', { ...of, only: 'todo', limit: 50 });
  const reload = () => {
    day.reload();
    todo.reload();
  };
  useReturn(reload);
  const open = todo.data?.visits ?? [];
  return {
    today: day,
    todo,
    ofToday: [...(day.data?.visits ?? [])]
      .filter((one) => one.state !== 'cancelled' && one.state !== 'voided')
      .sort(byTime),
    left: open.filter((one) => one.day < today || (one.day === today && one.state === 'completed')).sort(byUntil),
    coming: open.filter((one) => one.day > today).sort(byDay),
    reload,
  };
}
