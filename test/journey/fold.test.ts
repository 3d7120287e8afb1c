import type { ProgressDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { fold, foldAll } from '../../cloudfunctions/_core/fold';
import { recount } from '../../cloudfunctions/_core/recount';
import type { Store } from '../../cloudfunctions/_core/store';
import { runNightly } from '../../cloudfunctions/nightly/run';
import { CENTER, LI, WANG, YANQING, YEAR, YQ_ONE, YQ_TWO } from './cast';
import { addCommissioners, addEnterprises } from './crowd';
import { form, paired, poster, rated, walkIn } from './steps';
import { expectTrueNumbers } from './truth';
import { openWorld, type World } from './world';

/** Visits are taken into the sums after they were written: nothing is left out, nothing is counted twice. */

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const STATION_YEAR = `${YANQING}:${YEAR}`;
const waiting = async (): Promise<readonly VisitDoc[]> =>
  (await world.store.find<VisitDoc>({ collection: 'visits', eq: { untallied: STATION_YEAR } })).docs;
const kept = async (): Promise<ProgressDoc> =>
  (await world.store.get<ProgressDoc>([{ collection: 'progress', id: STATION_YEAR }]))[0] as ProgressDoc;

test('签到只写来访一份；读数的人先计入，之后没有等着的', async () => {
  const before = await kept();
  await walkIn(world);
  expect(await kept()).toEqual(before);
  expect(await waiting()).toHaveLength(1);
  await expectTrueNumbers(world, YANQING, YEAR);
  expect(await waiting()).toEqual([]);
});

test('一次计不完的也都计入', async () => {
  const enterprises = await addEnterprises(world, '110119', 60);
  for (const id of enterprises) await walkIn(world, LI, id);
  expect((await waiting()).length).toBe(60);
  await expectTrueNumbers(world, YANQING, YEAR);
  expect(await waiting()).toEqual([]);
});

test('同一家的几次来访在一批里：都在这一家的事实里', async () => {
  await rated(world, LI, YQ_ONE);
  await rated(world, WANG, YQ_ONE);
  expect(await waiting()).toHaveLength(2);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('几个人同时读数：谁都读到全部，也只计一次', async () => {
  for (const id of await addEnterprises(world, '110119', 30)) await walkIn(world, LI, id);
  const progress = () => world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
  const board = () => world.as(CENTER).ok('station.board', { year: YEAR });
  const answers = await Promise.all([progress(), progress(), progress(), board()]);
  const contacted = (answers.slice(0, 3) as Awaited<ReturnType<typeof progress>>[]).map(
    ({ metrics }) => metrics.find((one) => one.metric === 'contacted')?.pending,
  );
  expect(contacted).toEqual([30, 30, 30]);
  await expectTrueNumbers(world, YANQING, YEAR);
});

/** A store that does something of its own just before the first commit goes through. */
function interrupted(store: Store, meanwhile: () => Promise<unknown>): Store {
  let first = true;
  return {
    ...store,
    commit: async (changes, aside) => {
      if (first) {
        first = false;
        await meanwhile();
      }
      return store.commit(changes, aside);
    },
  };
}

test('计入的当口又有人在同一次来访签到：按新的一版再计', async () => {
  const visitId = await paired(world);
  const store = interrupted(world.store, () => world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId }));
  await fold(store, STATION_YEAR, world.clock.now);
  expect(await waiting()).toEqual([]);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('计入的当口另一台服务器已经计入：不计第二遍', async () => {
  await rated(world);
  // Loaded once more, it takes no turns with ours, as in another process.
  let elsewhere: typeof foldAll = foldAll;
  jest.isolateModules(() => {
    elsewhere = require('../../cloudfunctions/_core/fold').foldAll;
  });
  const store = interrupted(world.store, () => elsewhere(world.store, world.clock.now));
  await fold(store, STATION_YEAR, world.clock.now);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('读数的当口另一台服务器正好计入完：读到的是计入之后的数', async () => {
  await walkIn(world);
  let elsewhere: typeof foldAll = foldAll;
  jest.isolateModules(() => {
    elsewhere = require('../../cloudfunctions/_core/fold').foldAll;
  });
  const { store } = world.deps;
  const find: Store['find'] = async (query) => {
    if (query.eq?.untallied) await elsewhere(store, world.clock.now);
    return store.find(query);
  };
  Object.assign(world.deps, { store: { ...store, find } });
  const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
  expect(metrics.find((one) => one.metric === 'contacted')?.pending).toBe(1);
});

test('还没有计入的来访，重算时不算差错', async () => {
  await rated(world, LI, YQ_ONE);
  await foldAll(world.store, world.clock.now);
  await rated(world, WANG, YQ_TWO);
  await rated(world, WANG, YQ_ONE);
  expect(await recount(world.store, YANQING, YEAR, world.clock.now)).toMatchObject({ differences: [] });
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('没有人读数，夜里也都计入', async () => {
  await rated(world);
  const report = await runNightly(world.deps);
  expect(report.differences).toEqual([]);
  expect(await waiting()).toEqual([]);
});

test('许多人同时在一个站点签到：互不等待，也没有一次冲突', async () => {
  const people = await addCommissioners(world, 20);
  const enterprises = await addEnterprises(world, '110119', 20);
  let conflicts = 0;
  const { store } = world.deps;
  const counting: Store = {
    ...store,
    commit: async (changes, aside) => {
      const answer = await store.commit(changes, aside);
      if (answer === 'conflict') conflicts += 1;
      return answer;
    },
  };
  Object.assign(world.deps, { store: counting });
  const replies = await Promise.all(
    people.map((id, i) =>
      world.as(id).call('visit.checkIn', { nonce: world.nonce(), code: poster(enterprises[i] as string), ...form() }),
    ),
  );
  expect(replies.filter((one) => !one.ok)).toEqual([]);
  expect(conflicts).toBe(0);
  await expectTrueNumbers(world, YANQING, YEAR);
});
