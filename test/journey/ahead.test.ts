import { readAhead } from '../../cloudfunctions/_core/ahead';
import { claimOf, liveToken, passToken, posterToken } from '../../cloudfunctions/_core/tokens';
import { LI, YQ_ONE } from './cast';
import { walkIn } from './steps';
import { CODE_KEYS, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('读在前面的只给一次，再问就去问库', async () => {
  const keys = [
    { collection: 'enterprises', id: YQ_ONE },
    { collection: 'persons', id: 'nobody' },
  ] as const;
  const ahead = readAhead(world.store, keys, await world.store.get(keys));
  const trips = world.store.trips();
  expect((await ahead.get(keys)).map((one) => one?.id)).toEqual([YQ_ONE, undefined]);
  expect(world.store.trips()).toBe(trips);
  const before = await world.store.get([keys[0]]);
  const { rev, ...doc } = before[0] as NonNullable<(typeof before)[0]>;
  await world.store.commit([{ kind: 'put', collection: 'enterprises', doc, rev }]);
  expect((await ahead.get([keys[0]]))[0]?.rev).toBe(rev + 1);
});

test('特派员扫海报签到：三次往返', async () => {
  const trips = world.store.trips();
  await walkIn(world);
  expect(world.store.trips() - trips).toBe(3);
});

test('码自称的内容：没有核验也读得出，不成样子的读不出', () => {
  const visitId = 'V123456789';
  expect(claimOf(posterToken(CODE_KEYS, YQ_ONE.slice(1)))).toEqual({ shortCode: YQ_ONE.slice(1) });
  expect(claimOf(liveToken(CODE_KEYS, visitId, world.clock.now, 0))).toEqual({ visitId });
  expect(claimOf(passToken(CODE_KEYS, visitId, 'abcde', LI, world.clock.now))).toEqual({ visitId });
  for (const text of ['', 'https://example.org', 'x'.repeat(200), `A${'\u0000'.repeat(40)}`, '签到'.repeat(20)])
    expect(claimOf(text)).toBeUndefined();
});
