import type { IsoDate } from '../kernel/calendar';
import type { Person } from './model';

const covers = (span: { readonly from: IsoDate; readonly to?: IsoDate }, day: IsoDate): boolean =>
  span.from <= day && (span.to === undefined || day <= span.to);

/** BST-02-B: is this person an active 产业特派员 on that day? By whole days; the day of a suspension is inactive. */
export const isActiveCommissioner = (person: Pick<Person, 'grants' | 'suspensions'>, day: IsoDate): boolean =>
  person.grants.some((grant) => grant.role === 'commissioner' && covers(grant, day)) &&
  !person.suspensions.some((span) => covers(span, day));

/** Is this person on the 驻站 roster of that station on that day? */
export const isResident = (person: Pick<Person, 'residencies'>, stationId: string, day: IsoDate): boolean =>
  person.residencies.some((one) => one.stationId === stationId && one.approved !== undefined && covers(one, day));
