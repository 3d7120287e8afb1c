import type { Caller } from '../../cloudfunctions/_core/context';
import { CENTER, CITY_READER, GUEST_3, SUN, WANG, YQ_OFFICER, ZHAO } from '../journey/cast';
import { SIDES } from './scene';

const peopleOf = SIDES.flatMap((side) => [
  side.commissioner,
  side.guest,
  side.party,
  side.contact,
  side.lead,
  side.station,
  side.officer,
  side.auditor,
]);

/** Everybody whom a session can name. */
export const PEOPLE: readonly string[] = [...peopleOf, CENTER, CITY_READER, WANG, ZHAO, SUN, GUEST_3, 'P-never-seen'];

/** Nobody at all: without a session, or with one that has been withdrawn or is of a time to come. */
const WITHOUT_SESSION: readonly (Caller | null)[] = [
  null,
  { personId: CENTER, epoch: 7000 },
  { personId: YQ_OFFICER, epoch: -1 },
  { personId: 'P-never-seen', epoch: 7000 },
];

export const CALLERS: readonly (Caller | null)[] = [...PEOPLE.map((personId) => ({ personId })), ...WITHOUT_SESSION];

export const isWithoutSession = (caller: Caller | null): boolean => WITHOUT_SESSION.includes(caller);

/** The id by which a caller may see something. */
export const nameOf = (caller: Caller | null): string =>
  caller === null || isWithoutSession(caller) ? '' : caller.personId;
