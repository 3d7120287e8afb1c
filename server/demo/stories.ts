import { isActiveCommissioner } from '../../shared/person';
import { districtOfStation } from '../../shared/station';
import { SERVICE_TYPES } from '../../shared/visit';
import { clock, minutes, workingDayBefore } from './calendar';
import { COURSES, type Scene } from './courses';
import type { Crew } from './crews';
import type { Story } from './enact';
import type { Office, Officials } from './officials';
import type { DemoPerson } from './people';
import type { Booking, Plot } from './plots';
import { randomFrom } from './random';
import { at, comes, type Plan, planned, receives, type Step, walkIn } from './script';
import { OVERRIDE_REASON } from './words';

const HALVES = { morning: [9 * 60, 10 * 60 + 30], afternoon: [13 * 60 + 30, 15 * 60] } as const;

/** These may come about without a plan; a suspended commissioner cannot be planned at all. */
const UNPLANNED: readonly Plot[] = ['rated', 'unrated', 'commissionerOnly', 'checkInVoided'];

/** Who planned it, how it went, and what was said about it afterwards. */
export function storyOf(booking: Booking, crew: Crew, people: Officials): Story {
  const { site, stationId, day, key, plot } = booking;
  const random = randomFrom('story', key);
  const office = people.offices.get(districtOfStation(stationId)) as Office;
  const commissioners = crew.commissioners.map((one) => one.person);
  const lead = commissioners[0] as DemoPerson;
  const [first, last] = HALVES[crew.half];
  const from = clock(day, 0, 0) + minutes(first + 30 * random.int(0, (last - first) / 30));
  const [topic, need] = random.pick(site.industry.topics);
  const by = random.pick([office.contact, office.contact, lead, site.contact]);
  const plan: Plan = {
    key,
    site,
    stationId,
    day,
    topic,
    need,
    ...(random.chance(0.8) && { from, to: from + minutes(120) }),
    plannedAt: clock(
      workingDayBefore(day, plot === 'afterMove' ? 6 : random.int(1, 6)),
      random.int(9, 17),
      random.int(0, 59),
      random.int(0, 59),
    ),
    by: by.id,
    commissioners,
    serviceTypes: [random.pick(SERVICE_TYPES.slice(0, 4))],
    ...(plot === 'outside' && { overrideReason: OVERRIDE_REASON }),
  };
  const host = site.attendee && random.chance(0.6) ? site.attendee : site.contact;
  const begins = from + minutes(random.int(-6, 14)) + random.int(0, 59) * 1000;
  const scene: Scene = { booking, plan, random, people, office, lead, host, begins };
  const acts = COURSES[plot](scene);
  const opening = acts[0];
  return opening && (plot === 'inactive' || (UNPLANNED.includes(plot) && random.chance(0.4)))
    ? walkIn({ key, site, stationId, topic, need, commissioner: lead }, [opening, ...acts.slice(1)])
    : planned(plan, plot === 'cancelled' || plot === 'noShow' ? acts : enterpriseFirst(scene, acts));
}

/** Now and then the enterprise scans its own poster before the commissioner has found the gate. */
function enterpriseFirst({ random, plan, lead, host, begins, booking }: Scene, acts: readonly Step[]): readonly Step[] {
  if ((booking.plot !== 'rated' && booking.plot !== 'unrated') || random.chance(0.9)) return acts;
  return [
    at(begins - minutes(4), receives(host, plan)),
    at(begins, comes(lead, plan, { active: isActiveCommissioner(lead, booking.day) })),
    ...acts.slice(2),
  ];
}
