export type { LastForm, Person, Residency, Suspension } from './model';
export { isActiveCommissioner, isResident } from './standing.rule';
