import type { IsoDate } from '../../shared/kernel/calendar';
import { stationIdOf } from '../../shared/station';
import { clock } from './calendar';
import { CAST, castId } from './cast';
import { INDUSTRIES, INDUSTRIES_OF } from './industries';
import { nameFrom, type Officials } from './officials';
import { type DemoPerson, granted, personOf, resident, suspended } from './people';
import { type Random, randomFrom } from './random';
import { STATION_PLANS } from './station-plans';
import { EMPLOYERS, TITLES } from './words';

const HEADCOUNT = 62;

export interface Commissioner {
  readonly person: DemoPerson;
  /** Industries by number. */
  readonly knows: readonly number[];
  /** District of the station whose roster is meant for him. */
  readonly home?: string;
}

/** Rosters: 2–4 for each station that counts 驻站, so that about half of all commissioners are resident somewhere. */
const homes = (random: Random): readonly string[] =>
  STATION_PLANS.filter((plan) => plan.residentTimes !== undefined && plan.district !== '110119').flatMap((plan) =>
    Array<string>(random.int(2, 4)).fill(plan.district),
  );

interface Seat {
  readonly name: string;
  readonly key?: string;
  readonly home?: string;
}

function seats(random: Random): readonly Seat[] {
  const named: readonly Seat[] = [
    { name: CAST.commissioner.name, home: '110119' },
    { name: CAST.commissionerB.name, home: '110119' },
    { name: CAST.commissionerA.name },
    { name: CAST.several.name },
  ];
  const residents = homes(random).map((home, i) => ({ name: nameFrom(random), key: `resident:${i}`, home }));
  const free = Array.from({ length: HEADCOUNT - named.length - residents.length }, (_, i) => ({
    name: nameFrom(random),
    key: `commissioner:${i}`,
  }));
  return [...named, ...residents, ...free];
}

/** @param today what is decided later is not in the records yet */
export function commissioners(year: number, today: IsoDate, { offices, center }: Officials): readonly Commissioner[] {
  const random = randomFrom('commissioners');
  const several = offices.get('110116')?.contact as DemoPerson;
  const all = seats(random);
  const lastHome = all.reduce((last, seat, i) => (seat.home !== undefined ? i : last), 0);
  return all.map(({ name, key, home }, i): Commissioner => {
    const knows = random
      .shuffle(home === undefined ? INDUSTRIES.map((_, n) => n) : (INDUSTRIES_OF[home] ?? []))
      .slice(0, 3);
    const fields = knows.slice(0, 2).map((n) => (INDUSTRIES[n] as (typeof INDUSTRIES)[number]).name);
    const isSeveral = name === CAST.several.name;
    const base = isSeveral
      ? { ...several, fields }
      : personOf(
          {
            name,
            ...(key !== undefined && { key }),
            orgName: i === 0 ? EMPLOYERS[0] : random.pick(EMPLOYERS),
            title: i === 0 ? TITLES[0] : random.pick(TITLES),
            fields,
          },
          clock(`${year - 1}-08-20`, 14, 0),
        );
    // One who ends with August; everybody else was chosen before the year and stays.
    const ended = i === HEADCOUNT - 1 && { to: `${year}-08-31` };
    const chosen = granted(base, { role: 'commissioner', from: `${year - 1}-09-01`, by: castId('center'), ...ended });
    return { person: standing(chosen, i, lastHome, home), knows, ...(home !== undefined && { home }) };
  });

  function standing(person: DemoPerson, i: number, lastHome: number, home: string | undefined): DemoPerson {
    const pause = PAUSES.find((one) => one.no === HEADCOUNT - i);
    if (pause && `${year}-${pause.from}` <= today)
      return suspended(person, `${year}-${pause.from}`, `${year}-${pause.to}`, pause.reason, center.id);
    const office = home === undefined ? undefined : offices.get(home);
    if (!office || home === undefined) return person;
    // The last three of the rosters: one comes in mid-year, one leaves, one was proposed and has not been approved.
    const [from, to, approved] =
      i === lastHome
        ? [`${year}-06-01`, undefined, true]
        : i === lastHome - 2
          ? [`${year}-01-01`, `${year}-06-30`, true]
          : i === lastHome - 4
            ? [`${year}-04-01`, undefined, false]
            : [`${year}-01-01`, undefined, true];
    const stay = {
      stationId: stationIdOf(home),
      from: from as string,
      ...(to !== undefined && { to: to as string }),
      proposedBy: office.contact.id,
      ...(approved && { approvedBy: office.officer.id }),
    };
    return resident(person, stay, today);
  }
}

/** Counted from the end of the list. */
export const PAUSES = [
  { no: 2, from: '02-09', to: '03-31', reason: '出国访问' },
  { no: 3, from: '05-11', to: '07-10', reason: '所在单位借调' },
  { no: 4, from: '09-07', to: '12-31', reason: '聘期考核未完成' },
] as const;
