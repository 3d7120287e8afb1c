import type { IsoDate } from '../kernel/calendar';
import type { Enterprise } from './model';

/** The district of an enterprise on a day: the newest entry begun by then, or its first one. Never read from the code. */
export function districtOn(enterprise: Pick<Enterprise, 'districts'>, day: IsoDate): string | undefined {
  const begun = enterprise.districts.filter((span) => span.from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  return (begun[begun.length - 1] ?? enterprise.districts[0])?.code;
}
