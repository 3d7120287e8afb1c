export { districtOn } from './district.rule';
export { DISTRICT_CODES, DISTRICTS, type DistrictCode, districtName } from './districts';
export type { DistrictSpan, Enterprise, VerifiedQualification } from './model';
