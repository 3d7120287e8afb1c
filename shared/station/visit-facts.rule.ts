import { dayOf, endOf, type IsoDate } from '../kernel/calendar';
import { dayOfVisit, effective, effectiveRatings, lastMakeUpDay, pairedAt, ratingClosesOn, type Visit } from '../visit';
import type { Served, VisitFacts } from './model';

/** What the tally asks of a commissioner on a service day. */
export type Eligibility = (commissionerId: string, day: IsoDate) => Pick<Served, 'active' | 'resident'>;

/** A visit as the tally sees it: time-free, the moments are compared later. */
export function visitFacts(visit: Visit, eligibility: Eligibility): VisitFacts {
  const day = dayOfVisit(visit);
  const paired = pairedAt(visit);
  const closesOn = ratingClosesOn(visit);
  const rated = new Set(effectiveRatings(visit, 'enterprise').map((rating) => rating.commissionerId));
  const people = [...new Set(effective(visit, 'specialist').map((one) => one.personId))].sort();
  return {
    visitId: visit.id,
    day,
    district: visit.enterprise.district,
    override: visit.plan?.overrideReason !== undefined,
    voided: visit.voided !== undefined,
    cancelled: visit.cancelled !== undefined,
    commissioners: people.map((id) => ({ id, ...eligibility(id, day), rated: rated.has(id) })),
    enterpriseIn: effective(visit, 'enterprise').length > 0,
    waitEnds: endOf(lastMakeUpDay(day)),
    completedAt: paired === undefined ? null : (visit.completion?.at ?? endOf(dayOf(paired))),
    ratingEnds: paired === undefined || closesOn === undefined ? null : endOf(closesOn),
  };
}
