import { openWxStore } from '../wire/open';
import { startWire, type Wire } from '../wire/server';
import { CENTER, GUEST, LI, YANQING, YEAR } from './cast';
import { join, walkIn } from './steps';
import { openWorld, type World } from './world';

/** What the calls of a visit ask of CloudBase: each request costs 10 to 30 ms there. */

let wire: Wire;
let world: World;
beforeEach(async () => {
  wire = await startWire();
  world = await openWorld(async () => openWxStore(wire));
});
afterEach(async () => {
  await world.close();
  await wire.close();
  expect(wire.refusals).toEqual([]);
});

const asked = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = wire.requests.length;
  await work();
  return wire.requests.slice(before).map((action) => action.replace('database.', ''));
};
const [add, get, modify] = ['insertDocument', 'getDocument', 'modifyDocument'];

test('特派员扫海报：本人、企业、当天的来访，写来访，记住表单', async () => {
  expect(await asked(() => walkIn(world))).toEqual([get, get, get, add, modify]);
});

test('同样的表单第二次：四个请求', async () => {
  await walkIn(world);
  world.clock.now += 86_400_000;
  expect(await asked(() => walkIn(world))).toEqual([get, get, get, add]);
});

test('企业的人扫实时码签到：没有事务', async () => {
  const { visitId } = await walkIn(world);
  const actions = await asked(() => join(world, LI, GUEST, visitId));
  expect(actions).not.toContain('startTransaction');
});

test('站点进度：本人、等着的来访（没有）、合计', async () => {
  await walkIn(world);
  const progress = () => world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
  await progress();
  expect(await asked(progress)).toEqual([get, get, get]);
});
