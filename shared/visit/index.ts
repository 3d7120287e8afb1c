export { type CheckInAttempt, checkInTime, closedFindings, mayCheckIn } from './check-in.rule';
export { mayComplete } from './complete.rule';
export { mayConfirmMakeUp, mayDecideMakeUp, mayRequestMakeUp, openMakeUp } from './make-up.rule';
export { mayCancel, mayPlan, mayReopenRating, mayVoid, type PlanFacts } from './manage.rule';
export * from './model';
export { mayRate, normaliseOrg, type Rater, raterOf, ratingWindow } from './rating.rule';
export {
  ACTIVE,
  COUNTED_STATES,
  completionAt,
  dayOfVisit,
  effective,
  effectiveRatings,
  elapsed,
  lastMakeUpDay,
  nextChangeAt,
  pairedAt,
  ratingClosesOn,
  serviceDateOf,
  stateAt,
} from './state.rule';
export { HOLIDAYS, LENGTH, VISIT } from './visit.params';
