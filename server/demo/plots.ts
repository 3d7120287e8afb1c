import { type IsoDate, yearOf } from '../../shared/kernel/calendar';
import { stationIdOf } from '../../shared/station';
import { workingDaysOf } from './calendar';
import { PAUSES } from './commissioners';
import { mergeDay, type Site } from './enterprises';
import { MOVED_BEFORE_VISIT } from './profiles';
import { type Random, randomFrom } from './random';

/** How a visit goes. */
export type Plot =
  | 'rated'
  | 'unrated'
  | 'cancelled'
  | 'noShow'
  | 'commissionerOnly'
  | 'enterpriseOnly'
  | 'voided'
  | 'checkInVoided'
  | 'overnight'
  | 'madeUp'
  | 'makeUpRefused'
  | 'reopened'
  | 'ratingVoided'
  /** By a commissioner who was suspended that day. */
  | 'inactive'
  /** By a station of another district, with a reason. */
  | 'outside'
  /** Planned before the enterprise moved away, held after. */
  | 'afterMove';

export interface Booking {
  readonly key: string;
  readonly site: Site;
  readonly stationId: string;
  readonly day: IsoDate;
  readonly plot: Plot;
}

/** Between the ordinary visits: what goes wrong, and how often. */
const MISHAPS: readonly (readonly [Plot, number])[] = [
  ['cancelled', 30],
  ['noShow', 16],
  ['commissionerOnly', 18],
  ['enterpriseOnly', 5],
  ['voided', 14],
  ['checkInVoided', 7],
  ['overnight', 4],
  ['madeUp', 10],
  ['makeUpRefused', 4],
  ['reopened', 5],
  ['ratingVoided', 4],
  ['outside', 12],
];
const MISHAP_SHARE = 0.07;

/** The whole year of visits, whether its days have come or not. */
export function bookings(year: number, all: readonly Site[]): readonly Booking[] {
  const days = workingDaysOf(year);
  const solid = all.flatMap((site) => visitsOf(site, days));
  return [...solid, ...mishaps(all, solid, days)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1,
  );
}

const districtOf = ({ profile: { district, moves } }: Site, day: IsoDate): string =>
  moves && day >= moves.on ? moves.to : district;

function visitsOf(site: Site, days: readonly IsoDate[]): readonly Booking[] {
  const { fate, firstDay, moves, district, stationClass } = site.profile;
  const large = stationClass === 'A';
  if (firstDay === undefined) return [];
  const year = yearOf(firstDay);
  const random = randomFrom('visits', site.enterprise.id, year);
  const taken = new Set<IsoDate>();
  const book = (day: IsoDate, plot: Plot, stationId = stationIdOf(districtOf(site, day))): Booking[] => {
    if (taken.has(day)) return [];
    taken.add(day);
    return [{ key: `${site.enterprise.id}:${day}`, site, stationId, day, plot }];
  };
  const after = (first: IsoDate, count: number): IsoDate[] => {
    const later = days.filter((day) => day > first && day <= `${year}-12-25`);
    return later.length === 0 ? [] : Array.from({ length: count }, () => random.pick(later));
  };
  const rated = (share: number): Plot => (random.chance(share) ? 'rated' : 'unrated');

  switch (fate) {
    case 'key': {
      const atOnce = random.chance(0.85);
      const second = days[days.indexOf(firstDay) + random.int(3, 9)];
      return [
        ...book(firstDay, atOnce ? 'rated' : 'unrated'),
        ...(atOnce || second === undefined ? [] : book(second, 'rated')),
        ...after(firstDay, large ? random.int(2, 7) : random.int(1, 4)).flatMap((day) => book(day, rated(0.55))),
      ];
    }
    case 'undesignated':
    case 'withdrawn':
    case 'lateDesignated':
      return [...book(firstDay, 'rated'), ...after(firstDay, random.int(0, 3)).flatMap((day) => book(day, rated(0.4)))];
    case 'late':
      return book(firstDay, rated(0.5));
    case 'merged':
      return [
        ...book(firstDay, 'unrated'),
        ...after(firstDay, 4).flatMap((day) => (day < mergeDay(year) ? book(day, 'unrated') : [])),
      ];
    case 'oneSided':
      return book(firstDay, 'commissionerOnly');
    case 'voided':
      return book(firstDay, 'voided');
    case 'inactive': {
      const pause = random.pick(PAUSES);
      return book(
        random.pick(days.filter((day) => `${year}-${pause.from}` <= day && day <= `${year}-${pause.to}`)),
        'inactive',
      );
    }
    default: {
      const crossing = moves && MOVED_BEFORE_VISIT.includes(district) ? days.find((day) => day > moves.on) : undefined;
      return [
        ...book(firstDay, 'unrated'),
        ...(crossing === undefined ? [] : book(crossing, 'afterMove', stationIdOf(district))),
        ...after(moves ? moves.on : firstDay, moves ? 3 : random.int(0, large ? 3 : 1)).flatMap((day) =>
          book(day, 'unrated'),
        ),
      ];
    }
  }
}

function mishaps(all: readonly Site[], solid: readonly Booking[], days: readonly IsoDate[]): readonly Booking[] {
  const random = randomFrom('mishaps', days[0] as IsoDate);
  const plots = MISHAPS.flatMap(([plot, weight]) => Array<Plot>(weight).fill(plot));
  const ordinary = all.filter(({ profile }) => profile.fate === 'key' || profile.fate === 'contacted');
  const taken = new Set(solid.map((one) => one.key));
  const stations = [...new Set(all.map(({ profile }) => profile.district))];
  const made: Booking[] = [];
  while (made.length < solid.length * MISHAP_SHARE) {
    const site = random.pick(ordinary);
    const day = pickDay(random, days, site);
    const key = `${site.enterprise.id}:${day}`;
    const plot = random.pick(plots);
    const district = districtOf(site, day);
    const stationId = stationIdOf(
      plot === 'outside' ? random.pick(stations.filter((one) => one !== district)) : district,
    );
    if (!taken.has(key)) made.push({ key, site, stationId, day, plot });
    taken.add(key);
  }
  return made;
}

/** Not before the first visit: a mishap does not open the relation. */
const pickDay = (random: Random, days: readonly IsoDate[], { profile }: Site): IsoDate =>
  random.pick(days.filter((day) => day >= (profile.firstDay ?? '')));
