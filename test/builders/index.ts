export { type EnterpriseBuilder, enterpriseOf } from './enterprise';
export { at, DAY, HOUR, MINUTE } from './moment';
export { commissioner, type PersonBuilder, personOf } from './person';
export {
  type Asked,
  type DesignationRecord,
  factsOf,
  type Records,
  recordsOf,
  stationYearOf,
  tallyOf,
} from './records';
export { CHANGPING, COMPANY, HAIDIAN, servedVisit, struck, type VisitBuilder, visitOf } from './visit';
