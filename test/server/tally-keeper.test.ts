import { startTallyKeeper } from '../../server/tally-keeper';
import { YANQING, YEAR } from '../journey/cast';
import { walkIn } from '../journey/steps';
import { expectTrueNumbers } from '../journey/truth';
import { openWorld, type World } from '../journey/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** A wait that ends when the test says so. */
function hand() {
  let pending: { readonly ms: number; readonly then: () => void } | undefined;
  return {
    wait: (ms: number, then: () => void) => {
      const mine = { ms, then };
      pending = mine;
      return () => {
        if (pending === mine) pending = undefined;
      };
    },
    get pending() {
      return pending;
    },
    fire() {
      const { then } = pending as { then: () => void };
      pending = undefined;
      then();
    },
  };
}

const waiting = async (): Promise<number> => (await world.visits()).filter((visit) => visit.untallied !== null).length;

test('写过来访之后，静下来就计入；没有写过就不动', async () => {
  const clock = hand();
  const keeper = startTallyKeeper(world.deps, clock.wait);
  expect(clock.pending).toBeUndefined();
  await walkIn(world);
  keeper.visitsWritten();
  expect(clock.pending?.ms).toBeLessThanOrEqual(300);
  expect(await waiting()).toBe(1);
  clock.fire();
  await keeper.stop();
  expect(await waiting()).toBe(0);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('正在计入时又有来访写下：随后再计一次', async () => {
  const clock = hand();
  const keeper = startTallyKeeper(world.deps, clock.wait);
  await walkIn(world);
  keeper.visitsWritten();
  clock.fire();
  keeper.visitsWritten();
  expect(clock.pending).toBeUndefined();
  for (let turns = 0; clock.pending === undefined && turns < 1000; turns += 1) await new Promise(setImmediate);
  expect(clock.pending).toBeDefined();
  await keeper.stop();
});

test('停下之后不再安排，等着的留给下一个读数的人', async () => {
  const clock = hand();
  const keeper = startTallyKeeper(world.deps, clock.wait);
  await walkIn(world);
  keeper.visitsWritten();
  await keeper.stop();
  keeper.visitsWritten();
  expect(clock.pending).toBeUndefined();
  expect(await waiting()).toBe(1);
  await expectTrueNumbers(world, YANQING, YEAR);
  expect(await waiting()).toBe(0);
});
