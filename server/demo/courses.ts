import { addDays, dayOf, endOf, type Instant } from '../../shared/kernel/calendar';
import { isActiveCommissioner } from '../../shared/person';
import { cancels, completes, reopensRating, voids, voidsCheckIn, voidsRating } from './acts';
import { clock, minutes, nextWorkingDay } from './calendar';
import { asksMakeUp, confirmsMakeUp, decidesMakeUp } from './make-up-acts';
import type { Office, Officials } from './officials';
import type { DemoPerson } from './people';
import type { Booking, Plot } from './plots';
import type { Random } from './random';
import { ratingSteps } from './ratings';
import { at, comes, daysLater, joins, type Plan, receives, type Step } from './script';
import { CANCEL_REASONS, MAKE_UP_REASONS, OVERNIGHT_REASON } from './words';

/** Everything that a story is told from. */
export interface Scene {
  readonly booking: Booking;
  readonly plan: Plan;
  readonly random: Random;
  readonly people: Officials;
  readonly office: Office;
  readonly lead: DemoPerson;
  /** Who stands there for the enterprise. */
  readonly host: DemoPerson;
  readonly begins: Instant;
}

const active = (scene: Scene) => ({ active: isActiveCommissioner(scene.lead, scene.booking.day) });

/** Both sides in, the team, a party; the first act is the lead's, the second the enterprise's. */
function pair(scene: Scene): {
  readonly steps: readonly Step[];
  readonly paired: Instant;
  readonly party?: DemoPerson;
} {
  const { random, plan, lead, host, begins, people } = scene;
  const late = random.chance(0.04) ? minutes(random.int(4, 55)) : 0;
  const ahead = late === 0 && random.chance(0.008) ? minutes(random.int(3, 9)) : 0;
  const received = begins + late;
  const claimed = late > 0 ? { claimedAt: begins } : ahead > 0 ? { claimedAt: begins + ahead } : {};
  const paired = received + minutes(random.int(1, 5)) + random.int(0, 59) * 1000;
  const differs = random.chance(0.03) ? { orgName: `${host.orgName.slice(0, 4)}公司` } : {};
  const mates = plan.commissioners
    .slice(1)
    .map((mate, i) => at(paired + minutes(1 + i), comes(mate, plan, { active: true })));
  const party = random.chance(0.12) ? random.pick(people.parties) : undefined;
  return {
    paired,
    steps: [
      at(received, comes(lead, plan, { ...active(scene), ...claimed })),
      at(paired, receives(host, plan, differs)),
      ...mates,
      ...(party ? [at(paired + minutes(6), joins(party.person, plan, party.kind))] : []),
    ],
    ...(party && { party: party.person }),
  };
}

/** A visit from the first scan to its completion, by a person or by midnight. */
function served(scene: Scene) {
  const { random, lead, host, booking } = scene;
  const { steps, paired, party } = pair(scene);
  const who = random.next();
  const ends = paired + minutes(random.int(55, 165));
  const completed =
    who < 0.55 ? [at(ends, completes(lead.id, false))] : who < 0.75 ? [at(ends, completes(host.id, false))] : [];
  return {
    steps: [...steps, ...completed],
    paired,
    ends,
    closedAt: completed.length > 0 ? ends : endOf(booking.day),
    party,
  };
}

function rated(scene: Scene): readonly Step[] {
  const { random, plan, host, booking } = scene;
  const { steps, paired, ends, closedAt, party } = served(scene);
  const content = { theme: plan.topic, from: paired, to: ends };
  const rater = random.chance(0.6) ? booking.site.contact : host;
  const by = { person: rater, enterpriseContact: rater === booking.site.contact };
  return [
    ...steps,
    ...ratingSteps(random, { by, commissioners: plan.commissioners, content, closedAt, amends: random.chance(0.05) }),
    ...(party && random.chance(0.6)
      ? ratingSteps(random, {
          by: { person: party, enterpriseContact: false },
          commissioners: plan.commissioners.slice(0, 1),
          content,
          closedAt,
          amends: false,
        })
      : []),
  ];
}

const ratedLater = (scene: Scene, closedAt: Instant): readonly Step[] =>
  ratingSteps(scene.random, {
    by: { person: scene.booking.site.contact, enterpriseContact: true },
    commissioners: [scene.lead],
    content: { theme: scene.plan.topic, from: scene.begins, to: scene.begins + minutes(80) },
    closedAt,
    amends: false,
  });

const VOIDINGS = [
  ['误录', '选错了企业，重新登记'],
  ['重复', '同一天同一场服务登记了两次'],
  ['虚假', '核对门禁记录，当天没有到访'],
] as const;

const officerLater = (scene: Scene): Instant =>
  daysLater(nextWorkingDay(addDays(scene.booking.day, scene.random.int(0, 4))), 0, 9, scene.random.int(5, 55));

function makeUp(scene: Scene, approve: boolean): readonly Step[] {
  const { plan, random, lead, host, begins, office, booking } = scene;
  const next = nextWorkingDay(booking.day);
  const missing = {
    side: 'enterprise',
    personId: host.id,
    name: host.name,
    orgName: host.orgName,
    title: host.title,
    need: plan.need,
  } as const;
  return [
    at(begins, comes(lead, plan, active(scene))),
    at(daysLater(next, 0, 9, 20), asksMakeUp(missing, host.id, random.pick(MAKE_UP_REASONS))),
    at(daysLater(next, 0, 11, 5), confirmsMakeUp(lead.id)),
    at(
      daysLater(nextWorkingDay(next), 0, 10, 40),
      decidesMakeUp(office.officer.id, approve, approve ? '与企业核实，情况属实' : '与企业核实，当天没有接待记录'),
    ),
  ];
}

/** What happens after the opening, plot by plot. */
export const COURSES: Readonly<Record<Plot, (scene: Scene) => readonly Step[]>> = {
  rated,
  unrated: (scene) => served(scene).steps,
  inactive: (scene) => served(scene).steps,
  outside: rated,
  afterMove: (scene) => served(scene).steps,
  noShow: () => [],
  cancelled: ({ plan, random, booking }) => [
    at(Math.max(plan.plannedAt + minutes(30), clock(booking.day, 7, 0)), cancels(plan.by, random.pick(CANCEL_REASONS))),
  ],
  commissionerOnly: (scene) => [at(scene.begins, comes(scene.lead, scene.plan, active(scene)))],
  enterpriseOnly: (scene) => [at(scene.begins, receives(scene.host, scene.plan))],
  voided: (scene) => {
    const [kind, reason] = scene.random.pick(VOIDINGS);
    return [...served(scene).steps, at(officerLater(scene), voids(scene.office.officer.id, kind, reason))];
  },
  checkInVoided: (scene) => [
    ...served(scene).steps,
    at(officerLater(scene), voidsCheckIn('enterprise', scene.office.officer.id, '误录', '签到人不是这家企业的人')),
  ],
  overnight: (scene) => {
    const { plan, lead, host, booking } = scene;
    const first = clock(booking.day, 22, scene.random.int(5, 50));
    const second = clock(addDays(booking.day, 1), 0, scene.random.int(4, 40));
    return [
      at(first, comes(lead, plan, active(scene))),
      at(second, receives(host, plan)),
      at(second + minutes(70), completes(lead.id, false, OVERNIGHT_REASON)),
    ];
  },
  madeUp: (scene) => makeUp(scene, true),
  makeUpRefused: (scene) => makeUp(scene, false),
  reopened: (scene) => {
    const { steps } = served(scene);
    const closed = closesBy(scene);
    const reopenedAt = daysLater(addDays(closed, 3), 0, 10, 15);
    const through = addDays(dayOf(reopenedAt), 14);
    const reopens = at(reopenedAt, reopensRating(scene.people.center.id, through, '企业联系人休产假，申请补评'));
    return [...steps, reopens, ...ratedLater(scene, reopenedAt)];
  },
  ratingVoided: (scene) => {
    const { steps, closedAt } = served(scene);
    const struck = at(
      closedAt + minutes(20 * 24 * 60),
      voidsRating(scene.people.center.id, '误录', '评价写的是另一家企业的服务'),
    );
    return [...steps, ...ratedLater(scene, closedAt), struck];
  },
};

/** Certainly closed by then: the regular window, or the year's last day for visits before it. */
const closesBy = ({ booking }: Scene) => addDays(booking.day, 31);
