import { DISTRICT_CODES } from '../../shared/enterprise';

/** How many of everything there are, from the one number that is asked for: check-ins. */
export interface Census {
  readonly stations: number;
  readonly enterprisesOf: number;
  readonly commissionersOf: number;
  readonly visitsOf: number;
}

export const CITY_STATIONS = DISTRICT_CODES.length;

/** What a busy station sees in a year. A country with more check-ins has more stations, not busier ones. */
const CHECK_INS_OF = 1000;
const ENTERPRISES_OF = 60;
const ENTERPRISES_TO_A_COMMISSIONER = 15;

/**
 * Both sides check in, so a visit is two check-ins.
 * @param enterprises room for new check-ins: few would each meet hundreds of commissioners on the day of the bench
 * @param asked stations, where not as many as the check-ins ask for
 */
export function censusOf(checkIns: number, enterprises: number, asked?: number): Census {
  const stations = asked ?? Math.max(CITY_STATIONS, Math.ceil(checkIns / CHECK_INS_OF));
  const enterprisesOf = Math.max(ENTERPRISES_OF, Math.ceil(enterprises / stations));
  return {
    stations,
    enterprisesOf,
    commissionersOf: Math.ceil(enterprisesOf / ENTERPRISES_TO_A_COMMISSIONER),
    visitsOf: Math.ceil(checkIns / 2 / stations),
  };
}

export const checkInsOf = ({ stations, visitsOf }: Census): number => stations * visitsOf * 2;
