import {
  CENTER,
  CITY_READER,
  GUEST,
  GUEST_2,
  HAIDIAN,
  HD_ONE,
  HD_STATION,
  LI,
  WANG,
  YANQING,
  YEAR,
  YQ_AUDITOR,
  YQ_CONTACT,
  YQ_LEAD,
  YQ_OFFICER,
  YQ_ONE,
} from '../journey/cast';
import { paired } from '../journey/steps';
import { openWorld, type World } from '../journey/world';

let world: World;
let here: string;
let there: string;
beforeAll(async () => {
  world = await openWorld();
  here = await paired(world, LI, YQ_ONE, GUEST);
  there = await paired(world, WANG, HD_ONE, GUEST_2);
});
afterAll(() => world.close());

test.each([
  ['站点负责人', YQ_LEAD, [YANQING]],
  ['区科协', YQ_OFFICER, [YANQING]],
  ['审计', YQ_AUDITOR, [YANQING]],
  ['特派员', LI, []],
  ['企业联系人', YQ_CONTACT, []],
  ['来宾', GUEST, []],
])('站点名单只有自己范围内的：%s', async (_, who, ids) => {
  expect((await world.as(who).ok('station.list', { year: YEAR })).stations.map((one) => one.id)).toEqual(ids);
});

test.each([CENTER, CITY_READER])('全市的人看到全部站点：%s', async (who) => {
  expect((await world.as(who).ok('station.list', {})).stations).toHaveLength(3);
  const { stations, districtsWithout } = await world.as(who).ok('station.board', { year: YEAR });
  expect(stations.map((one) => one.stationId).sort()).toEqual([HAIDIAN, YANQING]);
  expect(districtsWithout).toHaveLength(15);
});

test.each([
  [LI, () => [here]],
  [GUEST, () => [here]],
  [WANG, () => [there]],
  [YQ_OFFICER, () => []],
])('我的服务只有自己参加的：%s', async (who, ids) => {
  expect((await world.as(who).ok('visit.list', {})).visits.map((one) => one.id)).toEqual(ids());
});

test('企业联系人看自己企业的全部服务，看不到别家的', async () => {
  const mine = await world.as(YQ_CONTACT).ok('visit.list', { of: 'enterprise' });
  expect(mine.visits.map((one) => one.id)).toEqual([here]);
  expect(await world.as(YQ_CONTACT).why('visit.list', { of: 'enterprise', enterpriseId: HD_ONE })).toEqual([
    'not-allowed',
  ]);
});

test('要办的事只列轮到自己的', async () => {
  const todo = async (who: string, of: 'mine' | 'station', stationId?: string) =>
    (await world.as(who).ok('visit.list', { of, only: 'todo', ...(stationId && { stationId }) })).visits.map((one) => [
      one.id,
      one.next?.do,
    ]);
  expect(await todo(LI, 'mine')).toEqual([[here, 'complete']]);
  expect(await todo(HD_STATION, 'station', HAIDIAN)).toEqual([]);
});

test('没有的服务、企业：找不到', async () => {
  for (const who of [CENTER, YQ_OFFICER, GUEST]) {
    expect(await world.as(who).why('visit.get', { visitId: 'nosuchvis1' })).toEqual(['not-found']);
    expect(await world.as(who).why('enterprise.get', { enterpriseId: 'ENOSUCH22' })).toEqual(['not-found']);
  }
});

test('只有演示数据才能扮演：别处这些接口不存在', async () => {
  for (const name of ['account.people', 'account.guest'] as const)
    expect(await world.nobody.why(name, {})).toEqual(['not-found']);
  expect(await world.nobody.why('account.actAs', { personId: CENTER })).toEqual(['not-found']);
});
