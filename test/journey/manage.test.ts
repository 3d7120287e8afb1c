import type { Metric } from '../../shared/station';
import {
  CENTER,
  GUEST,
  LI,
  WANG,
  YANQING,
  YEAR,
  YQ_CONTACT,
  YQ_LEAD,
  YQ_OFFICER,
  YQ_ONE,
  YQ_STATION,
  YQ_TWO,
} from './cast';
import { refused } from './expect';
import { completed, form, join, opinion, paired, poster, rated, walkIn } from './steps';
import { at, DAY, HOUR, openWorld, TODAY, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const counted = async (metric: Metric): Promise<number> => {
  const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
  return metrics.find((one) => one.metric === metric)?.counted ?? Number.NaN;
};
const designate = () => ({
  nonce: world.nonce(),
  stationId: YANQING,
  year: YEAR,
  enterpriseId: YQ_ONE,
  reason: '年度重点',
});
const wrong = { kind: '误录' as const, reason: '录错了' };

describe('作废', () => {
  test('作废服务：数字退回，评价留着而无效；重发不再写；作废过的不能再作废', async () => {
    const visitId = await rated(world);
    await world.as(YQ_STATION).ok('station.designate', designate());
    expect([await counted('contacted'), await counted('keyServed'), await counted('personTimes')]).toEqual([1, 1, 1]);
    const input = { nonce: world.nonce(), visitId, ...wrong };
    expect(await world.as(YQ_OFFICER).ok('visit.void', input)).toEqual({ replayed: false });
    expect(await world.as(YQ_OFFICER).ok('visit.void', input)).toEqual({ replayed: true });
    await refused(world, world.as(CENTER), 'visit.void', { ...input, nonce: world.nonce() }, ['visit-voided']);
    expect([await counted('contacted'), await counted('keyServed'), await counted('personTimes')]).toEqual([0, 0, 0]);
    const { visit } = await world.as(GUEST).ok('visit.get', { visitId });
    expect(visit).toMatchObject({ state: 'voided', rateable: [] });
    expect(visit.ratings).toHaveLength(1);
    await refused(world, world.as(GUEST), 'rating.submit', opinion(world, visitId), ['not-completed']);
  });

  test('别人用过的请求编号：不当作已办', async () => {
    const visitId = await paired(world);
    const { nonce } = (await world.visit(visitId)).checkIns[0] as { nonce: string };
    expect(await world.as(YQ_OFFICER).ok('visit.void', { nonce, visitId, ...wrong })).toEqual({ replayed: false });
    expect((await world.as(LI).ok('visit.get', { visitId })).visit.state).toBe('voided');
  });

  test('作废一次签到：退回单方；作废的人仍算站过那一边，换不了边', async () => {
    const visitId = await paired(world);
    const mine = (await world.visit(visitId)).checkIns.find((one) => one.side === 'enterprise');
    const input = { nonce: world.nonce(), visitId, checkInId: mine?.id ?? '', ...wrong };
    expect(await world.as(YQ_OFFICER).ok('visit.voidCheckIn', input)).toEqual({
      state: 'specialist_in',
      replayed: false,
    });
    expect(await world.as(YQ_OFFICER).ok('visit.voidCheckIn', input)).toMatchObject({ replayed: true });
    const again = { ...input, nonce: world.nonce() };
    await refused(world, world.as(YQ_OFFICER), 'visit.voidCheckIn', again, ['already-voided']);
    const other = { ...again, checkInId: 'checkin:none' };
    await refused(world, world.as(YQ_OFFICER), 'visit.voidCheckIn', other, ['not-found']);
    expect(await counted('contacted')).toBe(0);

    const pass = await world.as(GUEST).ok('visit.resolve', {
      code: (await world.as(LI).ok('visit.liveCode', { visitId })).token,
    });
    const asParty = {
      nonce: world.nonce(),
      code: pass.pass,
      ...form(),
      side: 'party' as const,
      partyKind: '其他' as const,
    };
    await refused(world, world.as(GUEST), 'visit.checkIn', asParty, ['same-person-other-side']);
    const back = await join(world, LI, GUEST, visitId);
    expect(back).toMatchObject({ state: 'in_service', replayed: false });
    expect(back.checkInId).not.toBe(mine?.id);
    const { timeline } = (await world.as(LI).ok('visit.get', { visitId })).visit;
    expect(timeline.map(({ kind, struck }) => [kind, struck])).toEqual([
      ['checkedIn', false],
      ['checkedIn', true],
      ['checkInVoided', true],
      ['checkedIn', false],
    ]);
  });

  test('作废的签到原样重发：第一次的记录，不复活', async () => {
    const input = { nonce: world.nonce(), code: poster(YQ_ONE), ...form() };
    const { visitId, checkInId } = await world.as(LI).ok('visit.checkIn', input);
    await world.as(CENTER).ok('visit.voidCheckIn', { nonce: world.nonce(), visitId, checkInId, ...wrong });
    expect(await world.as(LI).ok('visit.checkIn', input)).toMatchObject({ visitId, checkInId, replayed: true });
    expect((await world.visit(visitId)).checkIns).toHaveLength(1);
  });

  test('作废首签，服务日随之移到剩下的签到', async () => {
    world.clock.now = at(TODAY, 23, 30);
    const { visitId, checkInId } = await walkIn(world);
    world.clock.now += HOUR;
    await join(world, LI, WANG, visitId);
    await world.as(CENTER).ok('visit.voidCheckIn', { nonce: world.nonce(), visitId, checkInId, ...wrong });
    expect((await world.visit(visitId)).day).toBe(`${YEAR}-03-11`);
  });

  test('作废评价：重点服务退回待评；企业可以重新评价，是一份新的', async () => {
    const visitId = await rated(world);
    await world.as(YQ_STATION).ok('station.designate', designate());
    const [rating] = (await world.visit(visitId)).ratings;
    const input = { nonce: world.nonce(), visitId, ratingId: rating?.id ?? '', ...wrong };
    expect(await world.as(CENTER).ok('rating.void', input)).toEqual({ replayed: false });
    expect(await world.as(CENTER).ok('rating.void', input)).toEqual({ replayed: true });
    await refused(world, world.as(CENTER), 'rating.void', { ...input, nonce: world.nonce() }, ['already-voided']);
    expect(await counted('keyServed')).toBe(0);
    const fresh = await world.as(GUEST).ok('rating.submit', opinion(world, visitId));
    expect(fresh).toMatchObject({ amended: false, state: 'rated' });
    expect(fresh.ratingId).not.toBe(rating?.id);
    expect(await counted('keyServed')).toBe(1);
  });
});

describe('重开评价', () => {
  test('关闭之后由中心重开到某日：可以再评，当日结束又关闭', async () => {
    const visitId = await completed(world);
    const input = { nonce: world.nonce(), visitId, through: `${YEAR}-05-08`, reason: '企业负责人出差' };
    await refused(world, world.as(CENTER), 'visit.reopenRating', input, ['window-not-closed']);
    world.clock.now = at(`${YEAR}-05-01`, 9);
    const past = { ...input, through: `${YEAR}-04-30` };
    await refused(world, world.as(CENTER), 'visit.reopenRating', past, ['day-in-past']);
    expect(await world.as(CENTER).ok('visit.reopenRating', input)).toEqual({ replayed: false });
    expect(await world.as(CENTER).ok('visit.reopenRating', input)).toEqual({ replayed: true });
    expect((await world.as(GUEST).ok('visit.get', { visitId })).visit).toMatchObject({
      state: 'completed',
      ratingClosesOn: `${YEAR}-05-08`,
    });
    const thatDay = { from: `${TODAY}T10:00:00+08:00`, to: `${TODAY}T11:00:00+08:00` };
    world.clock.now = at(`${YEAR}-05-09`);
    await refused(world, world.as(GUEST), 'rating.submit', opinion(world, visitId, LI, thatDay), ['window-closed']);
    world.clock.now -= 1;
    await world.as(GUEST).ok('rating.submit', opinion(world, visitId, LI, thatDay));
  });
});

describe('提醒', () => {
  test('一天一次；评过或没完成就没什么可提醒', async () => {
    const visitId = await paired(world);
    const remind = () => ({ nonce: world.nonce(), visitId });
    await refused(world, world.as(LI), 'visit.remind', remind(), ['nothing-to-remind']);
    await world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId });
    const first = remind();
    expect(await world.as(LI).ok('visit.remind', first)).toEqual({ told: 2, replayed: false });
    expect(await world.as(LI).ok('visit.remind', first)).toMatchObject({ replayed: true });
    expect(await world.as(YQ_LEAD).ok('visit.remind', remind())).toEqual({ told: 0, replayed: true });
    world.clock.now += DAY;
    expect(await world.as(YQ_LEAD).ok('visit.remind', remind())).toEqual({ told: 2, replayed: false });
    const told = (await world.as(YQ_CONTACT).ok('account.notices', {})).notices;
    expect(told.filter((one) => one.kind === 'rate-please')).toHaveLength(2);
    await world.as(GUEST).ok('rating.submit', opinion(world, visitId, LI, { dayReason: '次日补记' }));
    await refused(world, world.as(LI), 'visit.remind', remind(), ['nothing-to-remind']);
  });
});

describe('我的提醒', () => {
  test('读过的只记自己的', async () => {
    const visitId = await paired(world);
    const [notice] = (await world.as(YQ_CONTACT).ok('account.notices', {})).notices;
    expect(notice).toMatchObject({ kind: 'attendee-joined', visitId, read: false });
    const ids = [notice?.id ?? ''];
    await world.as(LI).ok('account.readNotices', { ids });
    expect((await world.as(YQ_CONTACT).ok('account.me', {})).unreadNotices).toBe(1);
    await world.as(YQ_CONTACT).ok('account.readNotices', { ids });
    expect((await world.as(YQ_CONTACT).ok('account.me', {})).unreadNotices).toBe(0);
  });
});

describe('重点服务指定', () => {
  test('迟到的旧请求不推翻后来的决定', async () => {
    const made = designate();
    const withdrawn = { ...designate(), reason: '调整' };
    const lead = world.as(YQ_LEAD);
    expect(await lead.ok('station.designate', made)).toEqual({ replayed: false });
    expect(await lead.ok('station.withdrawDesignation', withdrawn)).toEqual({ replayed: false });
    expect(await lead.ok('station.designate', made)).toEqual({ replayed: true });
    const rows = async () => (await lead.ok('station.designations', { stationId: YANQING, year: YEAR })).designations;
    expect(await rows()).toMatchObject([{ enterprise: { id: YQ_ONE }, withdrawn: true }]);
    await lead.ok('station.designate', designate());
    expect(await lead.ok('station.withdrawDesignation', withdrawn)).toEqual({ replayed: true });
    expect(await rows()).toMatchObject([{ withdrawn: false, served: 'excluded' }]);
  });

  test('没有项目的年度、没有的企业：找不到', async () => {
    const lead = world.as(YQ_LEAD);
    await refused(world, lead, 'station.designate', { ...designate(), year: YEAR + 1 }, ['not-found']);
    await refused(world, lead, 'station.designate', { ...designate(), enterpriseId: 'ENOSUCH22' }, ['not-found']);
    const none = { ...designate(), enterpriseId: YQ_TWO };
    await refused(world, lead, 'station.withdrawDesignation', none, ['not-found']);
  });
});
