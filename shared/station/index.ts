export { annualTarget, quota, type Target, type TargetFacts } from './annual-target.rule';
export { itemsOf, type TallyContext } from './enterprise-tally.rule';
export * from './model';
export { elapsedShare, evenPace, projection, steps } from './pace.rule';
export { ACCEPTANCE_ENDS, CLAUSE_OF, PERSON_TIMES, QUOTA, ZJTX_LEVELS } from './quota.params';
export { districtOfStation, stationIdOf } from './station-id';
export {
  addCounts,
  contextOf,
  countItems,
  countsChangeAt,
  countsOf,
  NO_VIEW_COUNTS,
  type StationYear,
  tally,
  VIEWS,
  type View,
  type ViewCounts,
  windowOf,
} from './tally.rule';
export { type Eligibility, visitFacts } from './visit-facts.rule';
