import type { IsoDate } from '../../shared/kernel/calendar';
import { isActiveCommissioner, isResident } from '../../shared/person';
import { stationIdOf } from '../../shared/station';
import type { Commissioner } from './commissioners';
import { INDUSTRIES } from './industries';
import type { Booking, Plot } from './plots';
import { type Random, randomFrom } from './random';
import { STATION_PLANS } from './station-plans';

type Half = 'morning' | 'afternoon';

/** Who goes, the leading commissioner first, and when. */
export interface Crew {
  readonly half: Half;
  readonly commissioners: readonly Commissioner[];
}

const COUNTING: readonly Plot[] = ['rated', 'unrated'];

/** Of the ordinary visits of a station with a roster, the share that a resident leads, evenly over the year. */
function residentVisits(bookings: readonly Booking[]): ReadonlySet<string> {
  return new Set(
    STATION_PLANS.flatMap(({ district, residentTimes = 0 }) => {
      const own = bookings.filter((one) => one.stationId === stationIdOf(district) && COUNTING.includes(one.plot));
      const inWindow = own.filter((one) => one.day.slice(5) <= '10-31').length;
      const share = inWindow === 0 ? 0 : residentTimes / inWindow;
      return own.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share)).map((one) => one.key);
    }),
  );
}

/** Nobody is in two places at once: each person has one morning and one afternoon a day. */
export function crews(all: readonly Commissioner[], bookings: readonly Booking[]): ReadonlyMap<string, Crew> {
  const led = residentVisits(bookings);
  const busy = new Set<string>();
  const crewOf = (booking: Booking): Crew | undefined => {
    const { day, stationId, plot, key } = booking;
    const random = randomFrom('crew', key);
    const half: Half = random.chance(0.55) ? 'morning' : 'afternoon';
    const free = (one: Commissioner): boolean => !busy.has(`${one.person.id}:${day}:${half}`);
    const fit = all.filter((one) => isActiveCommissioner(one.person, day) === (plot !== 'inactive') && free(one));
    const local = fit.filter((one) => isResident(one.person, stationId, day));
    const others = fit.filter((one) => !local.includes(one));
    const leaders = led.has(key) && local.length > 0 ? local : suited(booking, others, random);
    const leader = leaders.length > 0 ? random.pick(leaders) : undefined;
    if (!leader) return undefined;
    const size = !COUNTING.includes(plot) || random.chance(0.87) ? 1 : random.chance(0.8) ? 2 : 3;
    const mates = random.shuffle(others.filter((one) => one !== leader)).slice(0, size - 1);
    const commissioners = [leader, ...mates];
    for (const one of commissioners) busy.add(`${one.person.id}:${day}:${half}`);
    return { half, commissioners };
  };
  return new Map(
    bookings.flatMap((booking) => {
      const crew = crewOf(booking);
      return crew ? [[booking.key, crew] as const] : [];
    }),
  );
}

/** Those who know the enterprise's industry, mostly; the ones whose roster this might become go there anyway. */
function suited(
  { site, stationId, day }: Booking,
  from: readonly Commissioner[],
  random: Random,
): readonly Commissioner[] {
  const home = from.filter(({ home: district }) => district !== undefined && stationIdOf(district) === stationId);
  if (home.length > 0 && notYet(home, stationId, day) && random.chance(0.1)) return home;
  const industry = INDUSTRIES.indexOf(site.industry);
  const knowing = from.filter((one) => one.knows.includes(industry));
  return knowing.length > 0 && random.chance(0.8) ? knowing : from;
}

const notYet = (people: readonly Commissioner[], stationId: string, day: IsoDate): boolean =>
  people.some(({ person }) => !isResident(person, stationId, day));
