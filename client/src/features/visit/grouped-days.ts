import type { VisitSummary } from './types';

export interface DayGroup {
  readonly key: string;
  readonly head: string;
  readonly visits: readonly VisitSummary[];
}

const timeOf = ({ day, from }: VisitSummary): string => `${day} ${from ?? '~'}`;

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
  // What lies ahead, and today, is read forward in time.
  const forward = (all: readonly VisitSummary[]) => [...all].sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  return [...groups].map(([head, all]) => ({
    key: head,
    head,
    visits: (all[0]?.day ?? '') >= today ? forward(all) : all,
  }));
}
