import type { Metric } from '../../shared/station';
import { CENTER, GUEST, LI, QIAN, WANG, YANQING, YEAR, YQ_OFFICER, YQ_ONE, YQ_STATION, YQ_THREE, YQ_TWO } from './cast';
import { join, rated, walkIn } from './steps';
import { expectTrueNumbers } from './truth';
import { at, HOUR, openWorld, type World } from './world';

/** Cases in which kept numbers once fell behind the records, or easily would. */

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const counted = async (metric: Metric, year = YEAR): Promise<number> => {
  const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year });
  return metrics.find((one) => one.metric === metric)?.counted ?? Number.NaN;
};
const about = (enterpriseId: string) => ({
  nonce: world.nonce(),
  stationId: YANQING,
  year: YEAR,
  enterpriseId,
  reason: '重点',
});
const certify = (enterpriseId: string) =>
  world.as(YQ_OFFICER).ok('enterprise.verifyQualification', {
    nonce: world.nonce(),
    enterpriseId,
    level: '专精特新中小企业',
    validFrom: `${YEAR}-01-01`,
    validThrough: `${YEAR}-12-31`,
    verified: true,
  });
const merge = (enterpriseId: string, into: string) =>
  world.as(YQ_OFFICER).ok('enterprise.merge', { nonce: world.nonce(), enterpriseId, into, reason: '同一家' });

test('先指定、再核验资质、最后才有服务：专精特新照样算', async () => {
  await world.as(YQ_STATION).ok('station.designate', about(YQ_ONE));
  expect(await counted('zjtx')).toBe(0);
  await certify(YQ_ONE);
  await rated(world);
  expect(await counted('zjtx')).toBe(1);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('资质的有效期：服务当日是最后一天算，前一天到期不算', async () => {
  await world.as(YQ_STATION).ok('station.designate', about(YQ_ONE));
  await rated(world);
  const until = (validThrough: string) =>
    world.as(YQ_OFFICER).ok('enterprise.verifyQualification', {
      nonce: world.nonce(),
      enterpriseId: YQ_ONE,
      level: '专精特新“小巨人”企业',
      validFrom: `${YEAR - 3}-01-01`,
      validThrough,
      verified: true,
    });
  await until(`${YEAR}-03-09`);
  expect(await counted('zjtx')).toBe(0);
  await until(`${YEAR}-03-10`);
  expect(await counted('zjtx')).toBe(1);
});

test('甲并入乙、乙再并入丙：只算一家，资质和指定都跟过去', async () => {
  await rated(world, LI, YQ_ONE);
  await rated(world, WANG, YQ_TWO);
  await world.as(YQ_STATION).ok('station.designate', about(YQ_ONE));
  await certify(YQ_ONE);
  expect([await counted('contacted'), await counted('keyServed'), await counted('zjtx')]).toEqual([2, 1, 1]);
  await merge(YQ_ONE, YQ_TWO);
  expect([await counted('contacted'), await counted('keyServed'), await counted('zjtx')]).toEqual([1, 1, 1]);
  await merge(YQ_TWO, YQ_THREE);
  expect([await counted('contacted'), await counted('keyServed'), await counted('zjtx')]).toEqual([1, 1, 1]);
  await rated(world, QIAN, YQ_ONE); // 旧的企业码通向留下的那一家
  expect(await counted('personTimes')).toBe(3);
  await expectTrueNumbers(world, YANQING, YEAR);
  const { items } = await world
    .as(CENTER)
    .ok('station.evidence', { stationId: YANQING, year: YEAR, metric: 'keyServed' });
  expect(items.map((one) => one.enterprise.id)).toEqual([YQ_THREE]);
});

test('合并之后又指定、又撤回：仍指定着的那一份说了算', async () => {
  await rated(world);
  await world.as(YQ_STATION).ok('station.designate', about(YQ_ONE));
  await merge(YQ_ONE, YQ_TWO);
  expect(await counted('keyServed')).toBe(1);
  await world.as(YQ_STATION).ok('station.designate', about(YQ_TWO));
  expect(await counted('keyServed')).toBe(1);
  await world.as(YQ_STATION).ok('station.withdrawDesignation', about(YQ_TWO));
  expect(await counted('keyServed')).toBe(1);
  await world.as(YQ_STATION).ok('station.withdrawDesignation', about(YQ_ONE));
  expect(await counted('keyServed')).toBe(0);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('首签作废，服务日移到下一年：从旧年退出，计入新年', async () => {
  world.clock.now = at(`${YEAR}-12-31`, 23, 30);
  const { visitId, checkInId } = await walkIn(world);
  world.clock.now += HOUR;
  await join(world, LI, WANG, visitId);
  await join(world, LI, GUEST, visitId);
  const center = world.as(CENTER);
  const next = { nonce: world.nonce(), stationId: YANQING, year: YEAR + 1, stationClass: 'A' as const };
  await center.ok('station.configure', next);
  const calendarYear = async (year: number) =>
    (await center.ok('station.progress', { stationId: YANQING, year })).metrics.find(
      (one) => one.metric === 'contacted',
    )?.calendarYear.counted;
  expect([await calendarYear(YEAR), await calendarYear(YEAR + 1)]).toEqual([1, 0]);
  await center.ok('visit.voidCheckIn', { nonce: world.nonce(), visitId, checkInId, kind: '误录', reason: '录错' });
  expect([await calendarYear(YEAR), await calendarYear(YEAR + 1)]).toEqual([0, 1]);
  for (const year of [YEAR, YEAR + 1]) await expectTrueNumbers(world, YANQING, year);
});

test('搬家只影响之后的服务', async () => {
  await rated(world);
  const move = { nonce: world.nonce(), enterpriseId: YQ_ONE, district: '110108', from: `${YEAR}-03-11` };
  const early = await world.as(YQ_OFFICER).call('enterprise.move', { ...move, basis: '注册地' });
  expect(early).toMatchObject({ ok: false, code: 'bad-input', fields: { from: expect.any(String) } });
  world.clock.now = at(`${YEAR}-03-11`, 10);
  await world.as(YQ_OFFICER).ok('enterprise.move', { ...move, basis: '注册地' });
  const { visitId } = await walkIn(world, WANG, YQ_ONE);
  expect(await world.visit(visitId)).toMatchObject({ stationId: 'ST110108', enterprise: { district: '110108' } });
  expect(await counted('contacted')).toBe(1);
});

test('暂停当日即不计，补录的暂停也追到那一天', async () => {
  await rated(world);
  expect(await counted('personTimes')).toBe(1);
  const suspend = { nonce: world.nonce(), personId: LI, from: `${YEAR}-03-10`, reason: '核查' };
  await world.as(CENTER).ok('commissioner.suspend', suspend);
  expect([await counted('personTimes'), await counted('contacted')]).toEqual([0, 0]);
  await expectTrueNumbers(world, YANQING, YEAR);
});
