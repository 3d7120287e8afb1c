import type { VisitDoc } from '../../cloudfunctions/_core/documents';
import type { Draft } from '../../cloudfunctions/_core/store';
import { dayOf, type Instant, type IsoDate, yearOf } from '../../shared/kernel/calendar';
import { workingDayBefore } from './calendar';
import { type CastRole, castId } from './cast';
import { type Commissioner, commissioners } from './commissioners';
import { crews } from './crews';
import { enact, type Story } from './enact';
import { type Site, sites } from './enterprises';
import { type Officials, officials } from './officials';
import type { DemoPerson } from './people';
import { type Booking, bookings } from './plots';
import { scenes } from './scenes';
import { storyOf } from './stories';

/** Everybody and everything of the demonstration, as far as it exists by now. */
export interface World {
  readonly now: Instant;
  readonly today: IsoDate;
  readonly year: number;
  readonly people: Officials;
  readonly commissioners: readonly Commissioner[];
  readonly sites: readonly Site[];
  play(role: CastRole): DemoPerson;
  /** The one enterprise whose name contains this. */
  siteOf(name: string): Site;
  siteNo(district: string, no: number): Site;
}

export function worldOf(now: Instant): World {
  const today = dayOf(now);
  const year = yearOf(today);
  const people = officials(year);
  const crew = commissioners(year, today, people);
  const all = sites(year, today, people);
  const byId = new Map(everybody(people, crew, all).map((person) => [person.id, person]));
  const found = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('the demonstration misses one of its own');
    return one;
  };
  return {
    now,
    today,
    year,
    people,
    commissioners: crew,
    sites: all,
    play: (role) => found(byId.get(castId(role))),
    siteOf: (name) => found(all.find(({ profile }) => profile.named?.includes(name))),
    siteNo: (district, no) => found(all.find(({ profile }) => profile.district === district && profile.no === no)),
  };
}

const everybody = (people: Officials, crew: readonly Commissioner[], all: readonly Site[]): readonly DemoPerson[] => [
  people.center,
  ...[...people.offices.values()].flatMap(({ officer, lead, contact }) => [officer, lead, contact]),
  ...people.parties.map((one) => one.person),
  ...people.others,
  // Who holds a second role comes once more, with both.
  ...crew.map((one) => one.person),
  ...all.flatMap(({ contact, attendee }) => (attendee ? [contact, attendee] : [contact])),
];

/** The visits so far and the ones planned for the days to come, and everybody with what was typed last. */
export function recordsOf(world: World): {
  readonly visits: readonly Draft<VisitDoc>[];
  readonly people: readonly DemoPerson[];
} {
  const { now, year, people } = world;
  const stage = scenes(world);
  const all = bookings(year, world.sites);
  const crewOf = crews(world.commissioners, all);
  const staged = aroundToday(world, stage);
  const ordinary = all.flatMap((booking) => {
    const crew = crewOf.get(booking.key);
    return crew && !staged(booking, crew.commissioners) ? [storyOf(booking, crew, people)] : [];
  });
  const visits = [...ordinary, ...stage].flatMap((story) => enact(story, now) ?? []);
  return { visits, people: remembering(everybody(people, world.commissioners, world.sites), visits) };
}

/** The stage belongs to the scenes: on their days their people are nowhere else, and lately their enterprises see nobody else. */
function aroundToday({ today }: World, stage: readonly Story[]) {
  const enterprises = new Set(stage.map((story) => story.visit.enterpriseId));
  const days = (person: string) =>
    stage
      .filter(({ visit }) => visit.commissionerIds.includes(person))
      .map(({ visit, opensAt }) => visit.plan?.day ?? dayOf(opensAt));
  const engaged = new Map(stage.flatMap(({ visit }) => visit.commissionerIds).map((person) => [person, days(person)]));
  const from = workingDayBefore(today, 10);
  return ({ day, site }: Pick<Booking, 'day' | 'site'>, crew: readonly Commissioner[]): boolean =>
    (day >= from && enterprises.has(site.enterprise.id)) ||
    crew.some(({ person }) => engaged.get(person.id)?.includes(day));
}

/** The form is prefilled with what a person typed last. */
function remembering(people: readonly DemoPerson[], visits: readonly Draft<VisitDoc>[]): readonly DemoPerson[] {
  const last = new Map<string, { readonly at: Instant; readonly form: NonNullable<DemoPerson['lastForm']> }>();
  for (const { at, personId, orgName, title, need, name } of visits.flatMap((visit) => visit.checkIns))
    if ((last.get(personId)?.at ?? 0) < at) last.set(personId, { at, form: { orgName, title, need, name } });
  const unique = [...new Map(people.map((person) => [person.id, person])).values()];
  return unique.map((person) => {
    const form = last.get(person.id)?.form;
    return form ? { ...person, lastForm: form } : person;
  });
}
