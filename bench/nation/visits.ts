import type { VisitDoc } from '../../cloudfunctions/_core/documents';
import { idFrom, visitIdFrom } from '../../cloudfunctions/_core/ids';
import type { Draft } from '../../cloudfunctions/_core/store';
import { checksIn, completes, rates } from '../../server/demo/acts';
import { enact } from '../../server/demo/enact';
import { addDays, dayOf, type Instant, type IsoDate, startOf } from '../../shared/kernel/calendar';
import type { Visit } from '../../shared/visit';
import type { Census } from './census';
import { commissionerOf, contactOf, districtOfNo, enterpriseOf, stationOfNo } from './names';
import type { Cast } from './people';

/**
 * The visits of a station's past year, each told act by act and judged by the rules that the calls ask, so that what lies in
 * the database is what the calls would have written.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST_AGO = 330;
const LAST_AGO = 2;
/** Half of the visits lie in these last days and wait to be rated, whatever the day: windows are open for longer. */
const UNRATED_DAYS = 14;
/** Enterprises that are visited: these again and again, the others not yet. */
const VISITED_OF = 60;

function at<T>(all: readonly T[], no: number): T {
  const one = all[no];
  if (one === undefined) throw new Error(`there is no number ${no} in this station`);
  return one;
}

interface Visiting {
  readonly station: number;
  readonly no: number;
  readonly day: IsoDate;
  readonly enterpriseNo: number;
  readonly commissionerNo: number;
  readonly rated: boolean;
}

/** How many days ago; in each half of the numbers spread evenly over its days. */
function agoOf(no: number, visits: number): number {
  const half = Math.floor(visits / 2);
  const between = (first: number, last: number, share: number): number =>
    first - Math.floor(share * (first - last + 1));
  return no < half
    ? between(FIRST_AGO, UNRATED_DAYS + 1, no / half)
    : between(UNRATED_DAYS, LAST_AGO, (no - half) / (visits - half));
}

/** Who visits whom when. */
export function visiting(station: number, no: number, census: Census, today: IsoDate): Visiting {
  const ago = agoOf(no, census.visitsOf);
  const enterpriseNo = no % Math.min(VISITED_OF, census.enterprisesOf);
  return {
    station,
    no,
    day: addDays(today, -ago),
    enterpriseNo,
    commissionerNo: (enterpriseNo + no) % census.commissionersOf,
    rated: ago > UNRATED_DAYS,
  };
}

/** As the call gives it to a walk-in. */
export const visitIdOf = ({ station, enterpriseNo, commissionerNo, day, no }: Visiting): string =>
  visitIdFrom(enterpriseOf(station, enterpriseNo), day, commissionerOf(station, commissionerNo), no);

/** @param cast of the same station */
export function visitDraftOf(one: Visiting, cast: Cast, now: Instant): Draft<VisitDoc> {
  const { station, no, day, enterpriseNo, commissionerNo, rated } = one;
  const specialist = at(cast.commissioners, commissionerNo);
  const host = at(cast.contacts, enterpriseNo);
  const visited = at(cast.enterprises, enterpriseNo);
  const district = districtOfNo(station);
  const begins = startOf(day) + 9 * HOUR + (no % 480) * MINUTE;
  const visit: Visit = {
    id: visitIdOf(one),
    stationId: stationOfNo(station),
    enterpriseId: visited.id,
    origin: 'walkIn',
    topic: '',
    serviceTypes: [],
    commissionerIds: [specialist.id],
    enterprise: { name: visited.name, district, takenAt: begins },
    checkIns: [],
    ratings: [],
    makeUps: [],
    history: [],
  };
  const need = '产线能耗诊断，想知道哪台设备最该先改';
  const comes = (who: { id: string; name: string; orgName: string; title: string }) => ({
    personId: who.id,
    name: who.name,
    orgName: who.orgName,
    title: who.title,
    need,
    districtOn: () => district,
  });
  const content = {
    theme: '产线能耗诊断',
    from: begins,
    to: begins + HOUR,
    expertise: 3 + (no % 3),
    satisfaction: 3 + ((no + 1) % 3),
  };
  const acts = [
    { at: begins, act: checksIn({ side: 'specialist', active: true, ...comes(specialist) }) },
    { at: begins + 2 * MINUTE, act: checksIn({ side: 'enterprise', ...comes(host) }) },
    { at: begins + HOUR, act: completes(specialist.id, false) },
    ...(rated ? [{ at: begins + 26 * HOUR, act: rates(host.id, true, specialist.id, content) }] : []),
  ];
  const doc = enact({ key: idFrom(16, visit.id), opensAt: begins, visit, acts }, now);
  if (!doc) throw new Error(`a visit of ${day} has not begun on ${dayOf(now)}`);
  return doc;
}

/** Who may rate what, of the visits that wait for it. */
export const raterOf = ({ station, enterpriseNo, commissionerNo }: Visiting) => ({
  rater: contactOf(station, enterpriseNo),
  commissionerId: commissionerOf(station, commissionerNo),
});
