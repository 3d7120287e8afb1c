import type { Input } from '../../shared/api';
import {
  CENTER,
  GUEST,
  GUEST_2,
  HD_OFFICER,
  LI,
  PARTY,
  WANG,
  YANQING,
  YEAR,
  YQ_CONTACT,
  YQ_OFFICER,
  YQ_ONE,
  YQ_STATION,
  ZHAO,
} from './cast';
import { refused } from './expect';
import { form, join, liveCodeOf, planInput, walkIn } from './steps';
import { at, DAY, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

type Ask = Input<'visit.requestMakeUp'>;

const ask = (visitId: string, more: Partial<Ask> = {}): Ask => ({
  nonce: world.nonce(),
  visitId,
  side: 'enterprise',
  name: '补签人',
  ...form(),
  reason: '当时手机没电',
  ...more,
});
const confirm = (visitId: string, makeUpId: string) => ({ nonce: world.nonce(), visitId, makeUpId });
const decide = (visitId: string, makeUpId: string, approve = true) => ({
  nonce: world.nonce(),
  visitId,
  makeUpId,
  approve,
  reason: '已核实',
});

/** One side was in on Tuesday; it is Wednesday morning. */
async function oneSided(side: 'specialist' | 'enterprise' = 'specialist'): Promise<string> {
  const plan = await world.as(LI).ok('visit.plan', planInput(world, { commissionerIds: [LI, WANG] }));
  await walkIn(world, side === 'specialist' ? LI : GUEST, YQ_ONE);
  world.clock.now += DAY;
  return plan.visitId;
}

const stateOf = async (visitId: string) => (await world.as(LI).ok('visit.get', { visitId })).visit.state;

test('特派员替企业申请，企业联系人确认，区科协同意：成为双方服务，标明补签，当日自动完成', async () => {
  const visitId = await oneSided();
  expect(await stateOf(visitId)).toBe('awaiting_other_side');
  const input = ask(visitId);
  const { makeUpId } = await world.as(LI).ok('visit.requestMakeUp', input);
  expect(await world.as(LI).ok('visit.requestMakeUp', input)).toEqual({ makeUpId, replayed: true });
  expect((await world.as(YQ_CONTACT).ok('account.notices', {})).notices[0]).toMatchObject({ kind: 'make-up-confirm' });
  expect((await world.as(YQ_OFFICER).ok('account.notices', {})).notices[0]).toMatchObject({ kind: 'make-up-asked' });
  const { makeUps } = await world.as(YQ_OFFICER).ok('station.todo', { stationId: YANQING, year: YEAR });
  expect(makeUps).toMatchObject([{ visitId, makeUpId, confirmed: false, through: `${YEAR}-03-13` }]);

  const word = confirm(visitId, makeUpId);
  expect(await world.as(YQ_CONTACT).ok('visit.confirmMakeUp', word)).toEqual({ replayed: false });
  expect(await world.as(YQ_CONTACT).ok('visit.confirmMakeUp', word)).toEqual({ replayed: true });
  const yes = decide(visitId, makeUpId);
  expect(await world.as(YQ_OFFICER).ok('visit.decideMakeUp', yes)).toEqual({ state: 'in_service', replayed: false });
  expect(await world.as(YQ_OFFICER).ok('visit.decideMakeUp', yes)).toEqual({ state: 'in_service', replayed: true });
  expect((await world.as(LI).ok('account.notices', {})).notices[0]).toMatchObject({ kind: 'make-up-decided' });
  const { checkIns } = (await world.as(LI).ok('visit.get', { visitId })).visit;
  expect(checkIns.map((one) => one.method)).toEqual(['poster', 'makeUp']);
  world.clock.now = at(`${YEAR}-03-12`);
  expect(await stateOf(visitId)).toBe('completed');
  const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
  expect(metrics.find((one) => one.metric === 'contacted')).toMatchObject({ counted: 1 });
});

test('不同意：服务照旧等待，可以再申请', async () => {
  const visitId = await oneSided();
  const { makeUpId } = await world.as(LI).ok('visit.requestMakeUp', ask(visitId));
  expect(await world.as(YQ_OFFICER).ok('visit.decideMakeUp', decide(visitId, makeUpId, false))).toMatchObject({
    state: 'awaiting_other_side',
  });
  await refused(world, world.as(YQ_CONTACT), 'visit.confirmMakeUp', confirm(visitId, makeUpId), ['make-up-decided']);
  await refused(world, world.as(YQ_OFFICER), 'visit.decideMakeUp', decide(visitId, makeUpId), [
    'make-up-decided',
    'make-up-unconfirmed',
  ]);
  expect((await world.as(LI).ok('visit.requestMakeUp', ask(visitId))).replayed).toBe(false);
});

test('站点替缺席的特派员申请，到场的企业确认', async () => {
  const visitId = await oneSided('enterprise');
  const { makeUpId } = await world
    .as(YQ_STATION)
    .ok('visit.requestMakeUp', ask(visitId, { side: 'specialist', personId: LI }));
  await refused(world, world.as(LI), 'visit.confirmMakeUp', confirm(visitId, makeUpId), ['not-of-other-side']);
  await world.as(GUEST).ok('visit.confirmMakeUp', confirm(visitId, makeUpId));
  await world.as(YQ_OFFICER).ok('visit.decideMakeUp', decide(visitId, makeUpId));
  expect((await world.visit(visitId)).checkIns.map(({ personId, method }) => [personId, method])).toEqual([
    [GUEST, 'poster'],
    [LI, 'makeUp'],
  ]);
});

test('企业联系人为自己这一边申请，到场的特派员确认', async () => {
  const visitId = await oneSided();
  const { makeUpId } = await world.as(YQ_CONTACT).ok('visit.requestMakeUp', ask(visitId));
  await refused(world, world.as(YQ_CONTACT), 'visit.confirmMakeUp', confirm(visitId, makeUpId), [
    'not-of-other-side',
    'own-make-up',
  ]);
  await world.as(LI).ok('visit.confirmMakeUp', confirm(visitId, makeUpId));
  await world.as(YQ_OFFICER).ok('visit.decideMakeUp', decide(visitId, makeUpId));
  expect((await world.visit(visitId)).checkIns[1]).toMatchObject({ side: 'enterprise', personId: YQ_CONTACT });
});

describe('每一扇不严的门', () => {
  test('自己确认自己的申请', async () => {
    const visitId = await oneSided('enterprise');
    const mine = ask(visitId, { side: 'specialist', personId: LI });
    const { makeUpId } = await world.as(GUEST).ok('visit.requestMakeUp', mine);
    await refused(world, world.as(GUEST), 'visit.confirmMakeUp', confirm(visitId, makeUpId), [
      'not-of-other-side',
      'own-make-up',
    ]);
  });

  test('企业的人互相确认，替特派员补签', async () => {
    const visitId = await oneSided('enterprise');
    const forHim = ask(visitId, { side: 'specialist', personId: LI });
    await refused(world, world.as(YQ_CONTACT), 'visit.requestMakeUp', forHim, ['not-allowed']);
    const { makeUpId } = await world.as(GUEST).ok('visit.requestMakeUp', forHim);
    await refused(world, world.as(YQ_CONTACT), 'visit.confirmMakeUp', confirm(visitId, makeUpId), [
      'not-of-other-side',
    ]);
    await world.as(LI).ok('visit.confirmMakeUp', confirm(visitId, makeUpId));
  });

  test('同行的特派员充当企业', async () => {
    const visitId = await oneSided();
    await refused(world, world.as(LI), 'visit.requestMakeUp', ask(visitId, { personId: WANG }), [
      'same-person-other-side',
    ]);
    await refused(world, world.as(LI), 'visit.requestMakeUp', ask(visitId, { personId: LI }), [
      'same-person-other-side',
    ]);
  });

  test('在场的主体充当企业，或替别人申请', async () => {
    const { visitId } = await walkIn(world);
    await join(world, LI, PARTY, visitId, { partyKind: '学协会' });
    world.clock.now += DAY;
    await refused(world, world.as(LI), 'visit.requestMakeUp', ask(visitId, { personId: PARTY }), [
      'same-person-other-side',
    ]);
    await refused(world, world.as(PARTY), 'visit.requestMakeUp', ask(visitId, { personId: GUEST }), ['not-allowed']);
    expect((await world.as(PARTY).ok('visit.get', { visitId })).visit.may).not.toContain('requestMakeUp');
    expect((await world.as(LI).ok('visit.get', { visitId })).visit.may).toContain('requestMakeUp');
  });

  test('没有人扫过码的服务', async () => {
    const { visitId } = await world.as(LI).ok('visit.plan', planInput(world));
    world.clock.now += DAY;
    await refused(world, world.as(LI), 'visit.requestMakeUp', ask(visitId, { side: 'specialist' }), [
      'make-up-needs-other-side',
    ]);
  });

  test('当日还没过完、已经双方、已有一份在办', async () => {
    const { visitId } = await walkIn(world);
    await refused(world, world.as(LI), 'visit.requestMakeUp', ask(visitId), ['make-up-not-needed']);
    world.clock.now += DAY;
    await world.as(LI).ok('visit.requestMakeUp', ask(visitId));
    await refused(world, world.as(LI), 'visit.requestMakeUp', ask(visitId), ['make-up-already-asked']);
  });

  test('超过 3 个工作日：周二的服务到周五，最后一刻可以，下一刻不行', async () => {
    const visitId = await oneSided();
    world.clock.now = at(`${YEAR}-03-14`);
    await refused(world, world.as(LI), 'visit.requestMakeUp', ask(visitId), ['make-up-too-late']);
    world.clock.now -= 1;
    await world.as(LI).ok('visit.requestMakeUp', ask(visitId));
  });

  test('对方没有确认就同意；申请人自己同意；别区科协', async () => {
    const visitId = await oneSided();
    const { makeUpId } = await world.as(LI).ok('visit.requestMakeUp', ask(visitId));
    await refused(world, world.as(YQ_OFFICER), 'visit.decideMakeUp', decide(visitId, makeUpId), [
      'make-up-unconfirmed',
    ]);
    await refused(world, world.as(HD_OFFICER), 'visit.decideMakeUp', decide(visitId, makeUpId), ['not-allowed']);
    await refused(world, world.as(LI), 'visit.decideMakeUp', decide(visitId, makeUpId), ['not-allowed']);
    await refused(world, world.as(ZHAO), 'visit.confirmMakeUp', confirm(visitId, makeUpId), ['not-allowed']);
  });

  test('办理期间对方补读了实时码：不再需要补签', async () => {
    world.clock.now = at(`${YEAR}-03-10`, 23, 30);
    const { visitId } = await walkIn(world);
    world.clock.now = at(`${YEAR}-03-11`, 0, 30);
    const { makeUpId } = await world.as(LI).ok('visit.requestMakeUp', ask(visitId));
    await world.as(YQ_CONTACT).ok('visit.confirmMakeUp', confirm(visitId, makeUpId));
    const code = await liveCodeOf(world, LI, visitId);
    await world.as(GUEST_2).ok('visit.checkIn', { nonce: world.nonce(), code, ...form() });
    await refused(world, world.as(YQ_OFFICER), 'visit.decideMakeUp', decide(visitId, makeUpId), ['side-already-in']);
  });

  test('已作废的服务', async () => {
    const visitId = await oneSided();
    const { makeUpId } = await world.as(LI).ok('visit.requestMakeUp', ask(visitId));
    await world.as(YQ_CONTACT).ok('visit.confirmMakeUp', confirm(visitId, makeUpId));
    await world.as(CENTER).ok('visit.void', { nonce: world.nonce(), visitId, kind: '虚假', reason: '查实' });
    await refused(world, world.as(YQ_OFFICER), 'visit.decideMakeUp', decide(visitId, makeUpId), ['visit-voided']);
  });
});
