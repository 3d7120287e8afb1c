import type { VisitSummary } from './types';

export interface DayGroup {
  readonly key: string;
  readonly head: string;
  readonly visits: readonly VisitSummary[];
}

const headOf = (day: string, today: string): string => {
  if (day > today) return '接下来';
  if (day === today) return '今天';
  const [year, month] = day.split('-').map(Number);
  return day.slice(0, 4) === today.slice(0, 4) ? `${month}月` : `${year}年${month}月`;
};

/** A list in falling order of days, parted into what comes, today, and months. */
export function groupedDays(visits: readonly VisitSummary[], today: string): readonly DayGroup[] {
  const groups = new Map<string, VisitSummary[]>();
  for (const visit of visits) {
    const head = headOf(visit.day, today);
    groups.set(head, [...(groups.get(head) ?? []), visit]);
  }
  return [...groups].map(([head, all]) => ({ key: head, head, visits: head === '接下来' ? all.reverse() : all }));
}
