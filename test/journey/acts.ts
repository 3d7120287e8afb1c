import type { EnterpriseDoc, PersonDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { findAll } from '../../cloudfunctions/_core/recount';
import { runNightly } from '../../cloudfunctions/nightly/run';
import type { CallName, Input } from '../../shared/api';
import { addDays, dayOf, isoOf } from '../../shared/kernel/calendar';
import {
  CENTER,
  GUEST,
  GUEST_2,
  HAIDIAN,
  HD_CONTACT,
  HD_OFFICER,
  HD_ONE,
  HD_STATION,
  LI,
  PARTY,
  QIAN,
  SUN,
  WANG,
  YANQING,
  YEAR,
  YQ_CONTACT,
  YQ_OFFICER,
  YQ_ONE,
  YQ_STATION,
  YQ_THREE,
  YQ_TWO,
} from './cast';
import { form, opinion, planInput, poster } from './steps';
import { DAY, HOUR, MINUTE, type World } from './world';

/** One thing that may happen in a random history; the numbers choose who, where and how. */
export interface Act {
  readonly what: keyof typeof ACTS;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const ENTERPRISES = [YQ_ONE, YQ_ONE, YQ_TWO, YQ_THREE, HD_ONE];
const COMMISSIONERS = [LI, WANG, QIAN, SUN];
const OTHERS = [GUEST, GUEST_2, YQ_CONTACT, HD_CONTACT, PARTY];
const STATIONS = [YANQING, HAIDIAN];
const ofStation = (stationId: string) =>
  stationId === YANQING ? { officer: YQ_OFFICER, contact: YQ_STATION } : { officer: HD_OFFICER, contact: HD_STATION };
const WRONG = { kind: '误录', reason: '录错' } as const;

type Run = (world: World, numbers: Omit<Act, 'what'>) => Promise<void>;

/** Whatever the answer: it is one of the expected ones. */
async function say<N extends CallName>(world: World, who: string, name: N, input: Input<N>): Promise<void> {
  const reply = await world.as(who).call(name, input);
  if (!reply.ok && ['broken', 'conflict', 'bad-input'].includes(reply.code))
    throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.fields ?? {})}`);
}

const onVisit =
  (run: (world: World, visit: VisitDoc, numbers: Omit<Act, 'what'>) => Promise<void>): Run =>
  async (world, numbers) => {
    const visits = await world.visits();
    // The newest are the ones that most can happen to.
    if (visits.length > 0) await run(world, pick([...visits].reverse(), numbers.a % 4), numbers);
  };

const onPerson =
  (run: (world: World, person: PersonDoc, numbers: Omit<Act, 'what'>) => Promise<void>): Run =>
  async (world, numbers) => {
    const [person] = await world.store.get<PersonDoc>([{ collection: 'persons', id: pick(COMMISSIONERS, numbers.a) }]);
    if (person) await run(world, person, numbers);
  };

const today = (world: World): string => dayOf(world.clock.now);

export const ACTS = {
  wait: async (world, { a }) => {
    world.clock.now += pick([MINUTE, 20 * MINUTE, 3 * HOUR, 5 * HOUR, DAY, 4 * DAY, 20 * DAY], a);
  },
  scan: async (world, { a, b, c }) => {
    const late = pick([0, 0, 0, 2 * HOUR, 30 * HOUR], c);
    await say(world, pick(COMMISSIONERS, a), 'visit.checkIn', {
      nonce: world.nonce(),
      code: poster(pick(ENTERPRISES, b)),
      ...form(),
      ...(late > 0 && { claimedAt: isoOf(world.clock.now - late) }),
    });
  },
  /** A whole service in one go, or as much of it as the last number says. */
  serve: async (world, { a, b, c }) => {
    const [host, guest] = [pick(COMMISSIONERS, a), pick([GUEST, GUEST_2, YQ_CONTACT], c)];
    const opened = await world.as(host).call('visit.checkIn', {
      nonce: world.nonce(),
      code: poster(pick(ENTERPRISES, b)),
      ...form(),
    });
    if (!opened.ok) return;
    const { visitId } = opened.data;
    world.clock.now += MINUTE;
    const live = await world.as(host).call('visit.liveCode', { visitId });
    if (!live.ok) return;
    await say(world, guest, 'visit.checkIn', { nonce: world.nonce(), code: live.data.token, ...form() });
    if (c % 4 > 0) await say(world, host, 'visit.complete', { nonce: world.nonce(), visitId });
    if (c % 4 > 1) await say(world, guest, 'rating.submit', opinion(world, visitId, host));
  },
  join: onVisit(async (world, visit, { b, c }) => {
    const host = visit.checkIns.find((one) => !one.voided)?.personId;
    const reply = await world.as(host ?? LI).call('visit.liveCode', { visitId: visit.id });
    if (!reply.ok) return;
    const party = c % 5 === 0 && { side: 'party' as const, partyKind: '其他' as const };
    const who = pick([...OTHERS, GUEST, ...COMMISSIONERS], b);
    await say(world, who, 'visit.checkIn', { nonce: world.nonce(), code: reply.data.token, ...form(), ...party });
  }),
  complete: onVisit(async (world, visit, { b }) => {
    const who = pick([visit.commissionerIds[0] ?? LI, GUEST], b);
    await say(world, who, 'visit.complete', { nonce: world.nonce(), visitId: visit.id, overnightReason: '夜间调试' });
  }),
  rate: onVisit(async (world, visit, { b, c }) => {
    const about = pick(visit.commissionerIds.length > 0 ? visit.commissionerIds : [LI], c);
    await say(world, pick(OTHERS, b), 'rating.submit', opinion(world, visit.id, about, { dayReason: '补记' }));
  }),
  plan: async (world, { a, b, c }) => {
    const stationId = pick(STATIONS, c);
    await say(
      world,
      ofStation(stationId).contact,
      'visit.plan',
      planInput(world, {
        enterpriseId: pick(ENTERPRISES, b),
        stationId,
        commissionerIds: [pick(COMMISSIONERS, a), pick(COMMISSIONERS, a + 1)],
        overrideReason: '跨区协作',
        day: addDays(today(world), c % 3),
      }),
    );
  },
  cancel: onVisit((world, visit) =>
    say(world, visit.commissionerIds[0] ?? LI, 'visit.cancel', {
      nonce: world.nonce(),
      visitId: visit.id,
      reason: '改期',
    }),
  ),
  voidVisit: onVisit((world, visit) =>
    say(world, CENTER, 'visit.void', { nonce: world.nonce(), visitId: visit.id, ...WRONG }),
  ),
  voidCheckIn: onVisit(async (world, visit, { b }) => {
    const checkInId = visit.checkIns[b % 3]?.id;
    if (checkInId)
      await say(world, CENTER, 'visit.voidCheckIn', { nonce: world.nonce(), visitId: visit.id, checkInId, ...WRONG });
  }),
  voidRating: onVisit(async (world, visit, { b }) => {
    const ratingId = visit.ratings[b % 2]?.id;
    if (ratingId)
      await say(world, CENTER, 'rating.void', { nonce: world.nonce(), visitId: visit.id, ratingId, ...WRONG });
  }),
  reopen: onVisit((world, visit, { b }) =>
    say(world, CENTER, 'visit.reopenRating', {
      nonce: world.nonce(),
      visitId: visit.id,
      through: addDays(today(world), b % 9),
      reason: '企业请求',
    }),
  ),
  makeUp: onVisit(async (world, visit, { b, c }) => {
    const { officer, contact } = ofStation(visit.stationId);
    const open = visit.makeUps.find((one) => !one.decided);
    if (!open) {
      const side = visit.checkIns.some((one) => one.side === 'specialist' && !one.voided) ? 'enterprise' : 'specialist';
      const who = pick([visit.commissionerIds[0] ?? LI, contact], b);
      const input = {
        nonce: world.nonce(),
        visitId: visit.id,
        side,
        name: '补签人',
        ...form(),
        reason: '没电',
      } as const;
      return say(world, who, 'visit.requestMakeUp', input);
    }
    if (!open.confirmed) {
      const who = pick([YQ_CONTACT, HD_CONTACT, visit.commissionerIds[0] ?? LI, GUEST], b);
      return say(world, who, 'visit.confirmMakeUp', { nonce: world.nonce(), visitId: visit.id, makeUpId: open.id });
    }
    const input = { nonce: world.nonce(), visitId: visit.id, makeUpId: open.id, approve: c % 4 > 0, reason: '核实' };
    return say(world, officer, 'visit.decideMakeUp', input);
  }),
  designate: (world, { a, b }) => {
    const stationId = pick(STATIONS, b);
    const input = { nonce: world.nonce(), stationId, year: YEAR, enterpriseId: pick(ENTERPRISES, a), reason: '重点' };
    return say(world, ofStation(stationId).contact, 'station.designate', input);
  },
  withdraw: (world, { a, b }) => {
    const stationId = pick(STATIONS, b);
    const input = { nonce: world.nonce(), stationId, year: YEAR, enterpriseId: pick(ENTERPRISES, a), reason: '调整' };
    return say(world, ofStation(stationId).contact, 'station.withdrawDesignation', input);
  },
  residency: onPerson(async (world, person, { b, c }) => {
    const stationId = pick(STATIONS, b);
    const { officer, contact } = ofStation(stationId);
    const here = person.residencies.filter((one) => one.stationId === stationId);
    const waiting = here.find((one) => !one.approved);
    if (waiting)
      return say(world, officer, 'commissioner.approveResidency', {
        nonce: world.nonce(),
        personId: person.id,
        residencyId: waiting.id,
      });
    const open = here.find((one) => one.to === undefined);
    if (open && c % 2 > 0) {
      const to = [addDays(today(world), -(c % 9)), open.from].sort()[1] as string;
      const input = { nonce: world.nonce(), personId: person.id, residencyId: open.id, to };
      return say(world, officer, 'commissioner.endResidency', input);
    }
    return say(world, pick([contact, officer], c), 'commissioner.proposeResidency', {
      nonce: world.nonce(),
      stationId,
      personId: person.id,
      from: addDays(today(world), -(c % 12)),
    });
  }),
  suspend: onPerson((world, person, { b, c }) => {
    const from = addDays(today(world), -(b % 7));
    const input = { nonce: world.nonce(), personId: person.id, from, to: addDays(from, c % 10), reason: '核查' };
    return say(world, CENTER, 'commissioner.suspend', input);
  }),
  dismiss: onPerson(async (world, person) => {
    const grant = person.grants.find((one) => one.role === 'commissioner' && one.to === undefined);
    if (grant)
      return say(world, CENTER, 'account.revoke', { nonce: world.nonce(), personId: person.id, grantId: grant.id });
    const reply = await world
      .as(CENTER)
      .ok('account.invite', { nonce: world.nonce(), role: 'commissioner', scope: {} });
    return say(world, person.id, 'account.redeem', { invitation: reply.invitation });
  }),
  certify: async (world, { a, b, c }) => {
    const [enterprise] = await world.store.get<EnterpriseDoc>([
      { collection: 'enterprises', id: pick(ENTERPRISES, a) },
    ]);
    const known = enterprise?.qualifications[b % 2]?.id;
    await say(world, CENTER, 'enterprise.verifyQualification', {
      nonce: world.nonce(),
      enterpriseId: pick(ENTERPRISES, a),
      ...(known && { qualificationId: known }),
      level: pick(
        ['专精特新中小企业', '专精特新“小巨人”企业', '专精特新中小企业', '创新型中小企业', '高新技术企业'],
        b,
      ),
      validFrom: addDays(today(world), -(c % 40) - 3),
      validThrough: addDays(today(world), pick([-3, 0, 1, 30, 300, 300], c)),
      verified: c % 3 > 0,
    });
  },
  move: (world, { a, b, c }) =>
    say(world, CENTER, 'enterprise.move', {
      nonce: world.nonce(),
      enterpriseId: pick(ENTERPRISES, a),
      district: pick(['110119', '110108'], b),
      from: addDays(today(world), -(c % 5)),
      basis: '注册地',
    }),
  merge: async (world, { a, b, c }) => {
    if (c % 3 > 0) return; // rare: there are few enterprises to merge
    const alive = (await findAll<EnterpriseDoc>(world.store, { collection: 'enterprises' })).filter(
      (one) => !one.mergedInto,
    );
    const [from, into] = [pick(alive, a).id, pick(alive, b).id];
    if (from !== into)
      await say(world, CENTER, 'enterprise.merge', { nonce: world.nonce(), enterpriseId: from, into, reason: '重复' });
  },
  configure: (world, { a, b }) =>
    say(world, CENTER, 'station.configure', {
      nonce: world.nonce(),
      stationId: pick(STATIONS, a),
      year: YEAR + (b % 4 === 0 ? 1 : 0),
      stationClass: pick(['A', 'B', 'C'] as const, b),
    }),
  nightly: async (world) => {
    const { differences } = await runNightly(world.deps);
    if (differences.length > 0) throw new Error(`nightly found differences: ${differences}`);
  },
  read: (world, { a }) => say(world, CENTER, 'station.progress', { stationId: pick(STATIONS, a), year: YEAR }),
} satisfies Record<string, Run>;
