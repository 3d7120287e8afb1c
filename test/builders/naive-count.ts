import { HOLIDAYS, type Visit } from '../../shared/visit';
import type { Asked, Records } from './records';

/**
 * The quotas counted a second time, slowly, from the words of the requirements and not from shared/: who does what on which
 * day is read off the records with nothing but sets. Figures are typed out here, so that a changed one is noticed.
 */

export interface NaiveCount {
  readonly contacted: number;
  readonly keyServed: number;
  readonly zjtx: number;
  readonly personTimes: number;
}

export interface Naive {
  readonly counted: NaiveCount;
  /** Enterprises that are contacted as soon as the other side of a visit has checked in, too. */
  readonly contactedPending: number;
  /** At least these are pending: contacted, designated, and a completed visit that nobody has rated has its window open. */
  readonly keyPendingAtLeast: number;
  /** At most these: designated, and some visit may still become a proof. */
  readonly keyPendingAtMost: number;
}

const DAY = 86_400_000;
const shanghaiDay = (at: number): string => new Date(at + DAY / 3).toISOString().slice(0, 10);
const midnightAfter = (day: string): number => Date.parse(`${day}T00:00:00+08:00`) + DAY;
const later = (day: string, days: number): string => shanghaiDay(Date.parse(`${day}T12:00:00+08:00`) + days * DAY);

function workingDaysLater(day: string, count: number): string {
  let [current, seen] = [day, 0];
  while (seen < count) {
    current = later(current, 1);
    const weekday = new Date(`${current}T12:00:00Z`).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    const off = weekend ? !HOLIDAYS.working.includes(current) : HOLIDAYS.off.includes(current);
    if (!off) seen += 1;
  }
  return current;
}

/** What there is to know of one visit before anybody asks for a quota. */
function look(visit: Visit, now: number) {
  const there = (side: string) => visit.checkIns.filter((one) => one.side === side && one.voided === undefined);
  const [specialists, guests] = [there('specialist'), there('enterprise')];
  const first = (moments: readonly { readonly at: number }[]) => Math.min(...moments.map((one) => one.at));
  const anybody = specialists.length + guests.length > 0;
  const day = anybody ? shanghaiDay(first([...specialists, ...guests])) : undefined;
  const standing = visit.voided === undefined && visit.cancelled === undefined;
  const twoSided = specialists.length > 0 && guests.length > 0;
  const pairedOn = twoSided ? shanghaiDay(Math.max(first(specialists), first(guests))) : undefined;
  const completed =
    pairedOn !== undefined && (visit.completion !== undefined || now >= midnightAfter(pairedOn)) && standing;
  const regular = day && later(day, 30);
  const cap = day && `${day.slice(0, 4)}-11-15`;
  const capped = day && day.slice(5) <= '10-31' && cap && regular && cap < regular ? cap : regular;
  const ratableThrough = visit.ratingReopenedThrough ?? capped;
  return {
    visit,
    day: day ?? '',
    people: [...new Set(specialists.map((one) => one.personId))],
    standing,
    twoSided: twoSided && standing,
    completed,
    waiting: standing && anybody && !twoSided && day !== undefined && now < midnightAfter(workingDaysLater(day, 3)),
    ratings: visit.ratings.filter((one) => one.raterKind === 'enterprise' && one.voided === undefined),
    ratable: ratableThrough !== undefined && now < midnightAfter(ratableThrough),
  };
}

export function naiveCount(
  { visits, persons, enterprises, designations }: Records,
  { stationId, stationClass, year }: Asked,
  view: 'acceptance' | 'calendarYear',
  now: number,
): Naive {
  const window = { from: `${year}-01-01`, to: view === 'acceptance' ? `${year}-10-31` : `${year}-12-31` };
  const within = (day: string) => day >= window.from && day <= window.to;
  const canonical = (id: string) => enterprises.find((one) => one.id === id)?.mergedInto ?? id;
  const spans = (one: { readonly from: string; readonly to?: string }, day: string) =>
    one.from <= day && (one.to ?? '9999-12-31') >= day;

  const active = (id: string, day: string): boolean => {
    const person = persons.find((one) => one.id === id);
    if (!person || person.suspensions.some((one) => spans(one, day))) return false;
    return person.grants.some((one) => one.role === 'commissioner' && spans(one, day));
  };
  const resident = (id: string, day: string): boolean =>
    (persons.find((one) => one.id === id)?.residencies ?? []).some(
      (one) => one.stationId === stationId && one.approved && spans(one, day),
    );

  const mine = visits
    .filter((one) => one.stationId === stationId)
    .map((one) => look(one, now))
    .filter((one) => one.standing && within(one.day));
  const ofDistrict = mine.filter((one) => `ST${one.visit.enterprise.district}` === stationId);
  const who = (one: (typeof mine)[number]) => canonical(one.visit.enterpriseId);
  const set = (some: readonly (typeof mine)[number][]) => new Set(some.map(who));

  const contacts = ofDistrict.filter((one) => one.twoSided && one.people.some((id) => active(id, one.day)));
  const contacted = set(contacts);

  const onTheList = new Set(
    designations
      .filter((one) => one.stationId === stationId && one.year === year && !one.withdrawn && within(one.from))
      .map((one) => canonical(one.enterpriseId)),
  );
  const proofs = contacts.filter(
    (one) =>
      one.completed &&
      one.ratings.some((r) => one.people.includes(r.commissionerId) && active(r.commissionerId, one.day)),
  );
  const keyServed = new Set([...set(proofs)].filter((id) => onTheList.has(id)));

  const certifiedOn = (id: string, day: string) =>
    (enterprises.find((one) => one.id === id)?.qualifications ?? []).some(
      (one) =>
        ['专精特新中小企业', '专精特新“小巨人”企业'].includes(one.level) &&
        one.verified &&
        one.validFrom <= day &&
        day <= one.validThrough,
    );
  const zjtx = new Set(proofs.filter((one) => keyServed.has(who(one)) && certifiedOn(who(one), one.day)).map(who));

  const personTimes = new Set<string>();
  for (const one of mine.filter((visit) => visit.completed))
    for (const id of one.people)
      if (active(id, one.day) && (stationClass === 'A' || resident(id, one.day)))
        personTimes.add(`${id} ${who(one)} ${one.day}`);

  // One side is in and still waited for; a specialist who does not count cannot be saved by the other side.
  const hopeful = ofDistrict.filter(
    (one) => one.waiting && (one.people.length === 0 || one.people.some((id) => active(id, one.day))),
  );
  const unrated = contacts.filter((one) => one.completed && one.ratings.length === 0 && one.ratable);
  const maybe = contacts.filter((one) => !proofs.includes(one) && (!one.completed || one.ratable));
  const missing = (some: readonly (typeof mine)[number][]) =>
    [...set(some)].filter((id) => onTheList.has(id) && !keyServed.has(id)).length;

  return {
    counted: {
      contacted: contacted.size,
      keyServed: keyServed.size,
      zjtx: zjtx.size,
      personTimes: personTimes.size,
    },
    contactedPending: [...set(hopeful)].filter((id) => !contacted.has(id)).length,
    keyPendingAtLeast: missing(unrated),
    keyPendingAtMost: missing([...maybe, ...hopeful]),
  };
}
