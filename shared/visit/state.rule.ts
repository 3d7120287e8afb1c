import { addDays, addWorkingDays, dayOf, endOf, type Instant, type IsoDate, yearOf } from '../kernel/calendar';
import type { CheckIn, Completion, Rating, Side, Visit, VisitEventKind, VisitState } from './model';
import { HOLIDAYS, VISIT } from './visit.params';

/** The unvoided check-ins of one side, in order of time. */
export const effective = (visit: Visit, side: Side): readonly CheckIn[] =>
  visit.checkIns
    .filter((one) => one.side === side && !one.voided)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Specialist and enterprise check-ins set the day, a party's does not (D1). */
const firstOfEither = (visit: Visit): CheckIn | undefined =>
  [...effective(visit, 'specialist'), ...effective(visit, 'enterprise')].sort((a, b) => a.at - b.at)[0];

/** Shanghai day of the earliest unvoided specialist or enterprise check-in; undefined while there is none. */
export const serviceDateOf = (visit: Visit): IsoDate | undefined => {
  const first = firstOfEither(visit);
  return first && dayOf(first.at);
};

/** The day under which a visit is listed: of the service, or else of the plan, or else of what is left of it. */
export const dayOfVisit = (visit: Visit): IsoDate =>
  serviceDateOf(visit) ?? visit.plan?.day ?? dayOf(visit.checkIns[0]?.at ?? visit.enterprise.takenAt);

/** The moment at which the visit became two-sided; undefined while a side is missing. */
export const pairedAt = (visit: Visit): Instant | undefined => {
  const specialist = effective(visit, 'specialist')[0];
  const enterprise = effective(visit, 'enterprise')[0];
  return specialist && enterprise && Math.max(specialist.at, enterprise.at);
};

/** Completed by a person, or at 24:00 of the day on which it became two-sided. */
export const completionAt = (visit: Visit, now: Instant): Completion | undefined => {
  const paired = pairedAt(visit);
  if (paired === undefined) return undefined;
  if (visit.completion) return visit.completion;
  const automatic = endOf(dayOf(paired));
  return VISIT.autoComplete && now >= automatic ? { at: automatic, by: 'system', auto: true } : undefined;
};

/** Last Shanghai day on which a rating may be given or amended (D1, VIS-15-C). */
export const ratingClosesOn = (visit: Visit): IsoDate | undefined => {
  if (visit.ratingReopenedThrough) return visit.ratingReopenedThrough;
  const day = serviceDateOf(visit);
  if (!day) return undefined;
  const regular = addDays(day, VISIT.rating.windowDays);
  const year = yearOf(day);
  const latest = `${year}-${VISIT.ratingLatest.closes}`;
  return day <= `${year}-${VISIT.ratingLatest.forVisitsThrough}` && latest < regular ? latest : regular;
};

export const lastMakeUpDay = (day: IsoDate): IsoDate => addWorkingDays(day, VISIT.makeUpWorkingDays, HOLIDAYS);

export const effectiveRatings = (visit: Visit, kind?: Rating['raterKind']): readonly Rating[] =>
  visit.ratings.filter((rating) => !rating.voided && (kind === undefined || rating.raterKind === kind));

const oneSided = (visit: Visit, now: Instant): VisitState => {
  const first = firstOfEither(visit);
  if (!first) return now < endOf(dayOfVisit(visit)) ? 'planned' : 'no_show';
  const day = dayOf(first.at);
  if (now < endOf(day)) return first.side === 'specialist' ? 'specialist_in' : 'enterprise_in';
  return now < endOf(lastMakeUpDay(day)) ? 'awaiting_other_side' : 'no_show';
};

/** The state of a visit at a moment (D1). A pure function of its records: what time does to a visit needs no writer. */
export function stateAt(visit: Visit, now: Instant): VisitState {
  if (visit.voided) return 'voided';
  if (visit.cancelled) return 'cancelled';
  if (pairedAt(visit) === undefined) return oneSided(visit, now);
  if (!completionAt(visit, now)) return 'in_service';
  if (effectiveRatings(visit, 'enterprise').length > 0) return 'rated';
  return now < endOf(ratingClosesOn(visit) as IsoDate) ? 'completed' : 'rating_closed';
}

/** The next moment at which time alone changes the state; undefined where it never will. */
export function nextChangeAt(visit: Visit, now: Instant): Instant | undefined {
  const day = dayOfVisit(visit);
  const paired = pairedAt(visit);
  const moments =
    visit.voided || visit.cancelled
      ? []
      : paired === undefined
        ? [endOf(day), endOf(lastMakeUpDay(day))]
        : [endOf(dayOf(paired)), endOf(ratingClosesOn(visit) as IsoDate)];
  const state = stateAt(visit, now);
  return moments.sort((a, b) => a - b).find((moment) => moment > now && stateAt(visit, moment) !== state);
}

const BY_TIME: Partial<Record<VisitState, VisitEventKind>> = {
  awaiting_other_side: 'awaiting',
  no_show: 'noShow',
  completed: 'autoCompleted',
  rating_closed: 'ratingClosed',
};

/** What time did to a visit between two moments, in order: the events the nightly run writes down. */
export function elapsed(visit: Visit, from: Instant, to: Instant): readonly { kind: VisitEventKind; at: Instant }[] {
  const events: { kind: VisitEventKind; at: Instant }[] = [];
  for (let at = nextChangeAt(visit, from); at !== undefined && at <= to; at = nextChangeAt(visit, at)) {
    const kind = BY_TIME[stateAt(visit, at)];
    if (kind) events.push({ kind, at });
  }
  return events;
}

/** Completion by time can come together with a rating already given, and is then not a state of its own. */
export const ACTIVE: readonly VisitState[] = [
  'planned',
  'specialist_in',
  'enterprise_in',
  'in_service',
  'awaiting_other_side',
];
export const COUNTED_STATES: readonly VisitState[] = ['completed', 'rated', 'rating_closed'];
