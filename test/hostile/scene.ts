import type { CollectionName } from '../../cloudfunctions/_core/collections';
import type { Doc, Store } from '../../cloudfunctions/_core/store';
import { writeOf } from '../../cloudfunctions/_core/write';
import { addDays, dayOf } from '../../shared/kernel/calendar';
import {
  CENTER,
  GUEST,
  GUEST_2,
  HAIDIAN,
  HD_AUDITOR,
  HD_CONTACT,
  HD_LEAD,
  HD_OFFICER,
  HD_ONE,
  HD_STATION,
  LI,
  PARTY,
  PARTY_2,
  QIAN,
  WANG,
  YANQING,
  YEAR,
  YQ_AUDITOR,
  YQ_CONTACT,
  YQ_LEAD,
  YQ_OFFICER,
  YQ_ONE,
  YQ_STATION,
  YQ_THREE,
  YQ_TWO,
  ZHAO,
} from '../journey/cast';
import { completed, form, join, opinion, paired, planInput, walkIn } from '../journey/steps';
import { DAY, MINUTE, openWorld, type World } from '../journey/world';

/** One station with everybody who has to do with it. */
export interface Side {
  /** In front of every text that belongs to this station's people alone. */
  readonly tag: string;
  readonly stationId: string;
  readonly enterpriseId: string;
  readonly commissioner: string;
  readonly guest: string;
  readonly party: string;
  readonly contact: string;
  readonly lead: string;
  readonly station: string;
  readonly officer: string;
  readonly auditor: string;
}

export const SIDES: readonly Side[] = [
  {
    tag: '延',
    stationId: YANQING,
    enterpriseId: YQ_ONE,
    commissioner: LI,
    guest: GUEST,
    party: PARTY,
    contact: YQ_CONTACT,
    lead: YQ_LEAD,
    station: YQ_STATION,
    officer: YQ_OFFICER,
    auditor: YQ_AUDITOR,
  },
  {
    tag: '海',
    stationId: HAIDIAN,
    enterpriseId: HD_ONE,
    commissioner: QIAN,
    guest: GUEST_2,
    party: PARTY_2,
    contact: HD_CONTACT,
    lead: HD_LEAD,
    station: HD_STATION,
    officer: HD_OFFICER,
    auditor: HD_AUDITOR,
  },
];

/** A text that stands in one place only, so that whoever is shown it is known to have been shown that place. */
export const canary = (side: Side, place: string): string => `${side.tag}·雀·${place}`;

const change = async <D extends Doc>(store: Store, collection: CollectionName, id: string, by: object) => {
  const [doc] = await store.get<D>([{ collection, id }]);
  if (!doc) throw new Error(`no ${id}`);
  if ((await store.commit([writeOf(collection, { ...doc, ...by }, doc.rev)])) !== 'done') throw new Error('conflict');
};

/** The day before: the enterprise was there and its commissioner was not; the station has asked for him. */
async function waiting(world: World, side: Side): Promise<void> {
  const plan = { enterpriseId: side.enterpriseId, stationId: side.stationId, commissionerIds: [side.commissioner] };
  await world.as(side.station).ok('visit.plan', planInput(world, plan));
  await walkIn(world, side.guest, side.enterpriseId);
}

async function askMakeUp(world: World, side: Side): Promise<void> {
  const { visits } = await world.as(side.station).ok('visit.list', { of: 'station', stationId: side.stationId });
  const found = visits.find((one) => one.state === 'awaiting_other_side' && one.enterprise.id === side.enterpriseId);
  if (!found) throw new Error('nobody waits');
  await world.as(side.station).ok('visit.requestMakeUp', {
    nonce: world.nonce(),
    visitId: found.id,
    side: 'specialist',
    personId: side.commissioner,
    ...form({ name: canary(side, '补签人'), orgName: canary(side, '补签单位') }),
    reason: canary(side, '补签事由'),
  } as never);
}

async function rated(world: World, side: Side): Promise<void> {
  const mark = (place: string) => canary(side, place);
  const { visitId } = await walkIn(world, side.commissioner, side.enterpriseId, { need: mark('特派员需求') });
  await join(world, side.commissioner, side.guest, visitId, {
    nonce: `nonce-${side.tag === '延' ? 'yq' : 'hd'}-secret-of-guest`,
    orgName: mark('来宾单位'),
    title: mark('来宾职务'),
    need: mark('来宾需求'),
    name: mark('来宾姓名'),
  });
  await join(world, side.commissioner, side.party, visitId, {
    partyKind: '学协会',
    orgName: mark('对接单位'),
    name: mark('对接姓名'),
  });
  await world.as(side.commissioner).ok('visit.complete', { nonce: world.nonce(), visitId });
  const rate = (who: string, place: string) =>
    world
      .as(who)
      .ok(
        'rating.submit',
        opinion(world, visitId, side.commissioner, { comment: mark(`${place}评语`), theme: mark(`${place}主题`) }),
      );
  await rate(side.guest, '来宾');
  await rate(side.party, '对接');
}

async function planned(world: World, side: Side): Promise<void> {
  const plan = (topic: string) =>
    world.as(side.station).ok(
      'visit.plan',
      planInput(world, {
        enterpriseId: side.enterpriseId,
        stationId: side.stationId,
        commissionerIds: [side.commissioner],
        day: addDays(dayOf(world.clock.now), 1),
        topic: canary(side, topic),
      }),
    );
  await plan('安排主题');
  const cancelled = await plan('取消主题');
  const voided = await plan('作废主题');
  const nonce = world.nonce();
  await world.as(side.station).ok('visit.cancel', {
    nonce,
    visitId: cancelled.visitId,
    reason: canary(side, '取消事由'),
  });
  await world.as(side.officer).ok('visit.void', {
    nonce,
    visitId: voided.visitId,
    kind: '误录',
    reason: canary(side, '作废事由'),
  });
}

async function records(world: World, side: Side): Promise<void> {
  const year = { stationId: side.stationId, year: YEAR };
  await world.as(side.station).ok('station.designate', {
    nonce: world.nonce(),
    ...year,
    enterpriseId: side.enterpriseId,
    reason: canary(side, '指定事由'),
  });
  await world.as(side.station).ok('commissioner.proposeResidency', {
    nonce: world.nonce(),
    stationId: side.stationId,
    personId: WANG,
    from: `${YEAR}-03-01`,
  });
  await world.as(CENTER).ok('commissioner.suspend', {
    nonce: world.nonce(),
    personId: side.commissioner,
    from: `${YEAR}-12-01`,
    reason: canary(side, '暂停事由'),
  });
  await world.as(side.officer).ok('enterprise.verifyQualification', {
    nonce: world.nonce(),
    enterpriseId: side.enterpriseId,
    level: '专精特新中小企业',
    validFrom: `${YEAR}-01-01`,
    validThrough: `${YEAR}-12-31`,
    verified: true,
  });
  await change(world.store, 'enterprises', side.enterpriseId, { address: canary(side, '企业地址') });
  await change(world.store, 'persons', side.contact, { name: canary(side, '联系人姓名') });
  await change(world.store, 'persons', side.contact, {
    lastForm: { orgName: 'x', title: canary(side, '上次填的职务'), need: 'x', name: 'x' },
  });
}

export interface Scene {
  readonly world: World;
  /** Invitations that nobody has taken up. */
  readonly invitations: readonly string[];
}

/** Two stations in the middle of a year, alike to the last record; what belongs to one of them is marked. */
export async function openScene(open?: () => Promise<Store>): Promise<Scene> {
  const world = await openWorld(open);
  // So long ago that its rating has closed.
  await completed(world, ZHAO, YQ_TWO, 'P-guest-4');
  world.clock.now += 35 * DAY;
  // Nobody of the enterprise ever came.
  await walkIn(world, ZHAO, YQ_TWO);
  for (const side of SIDES) await waiting(world, side);
  world.clock.now += DAY;
  for (const side of SIDES) {
    await askMakeUp(world, side);
    await rated(world, side);
    await planned(world, side);
    await records(world, side);
  }
  // Still open, so that there are codes to be read.
  await paired(world, WANG, YQ_TWO, 'P-guest-3');
  await walkIn(world, ZHAO, YQ_THREE);
  await completed(world, WANG, HD_ONE, 'P-guest-4');
  world.clock.now += MINUTE;
  const invitations: string[] = [];
  for (const side of SIDES) {
    const input = { role: 'stationContact' as const, scope: { stationId: side.stationId } };
    const { invitation } = await world
      .as(side.officer)
      .ok('account.invite', { nonce: world.nonce(), ...input, name: canary(side, '受邀姓名') });
    invitations.push(invitation);
  }
  for (const { stationId } of SIDES) await world.as(CENTER).ok('station.progress', { stationId, year: YEAR });
  return { world, invitations };
}
