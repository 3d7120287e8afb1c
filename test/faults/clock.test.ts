import fc from 'fast-check';
import { runNightly } from '../../cloudfunctions/nightly/run';
import { openSqlite } from '../../server/store/sqlite';
import { verifyHistories } from '../../server/verify-histories';
import { ACTS } from '../journey/acts';
import { HAIDIAN, WANG, YANQING, YEAR, YQ_TWO } from '../journey/cast';
import { histories } from '../journey/histories';
import { rated, walkIn } from '../journey/steps';
import { expectTrueNumbers, expectUnbrokenHistories } from '../journey/truth';
import { at, DAY, HOUR, MINUTE, openWorld, type World } from '../journey/world';

const RUNS = Number(process.env.HISTORIES ?? 15);

const numbersHold = async (world: World): Promise<void> => {
  for (const stationId of [YANQING, HAIDIAN]) await expectTrueNumbers(world, stationId, YEAR);
};

/** While the clock is behind, for how many acts. */
const BEHIND = 4;

test('任意历史，时钟一再退回一小时又校正：没有一次出错；校正以后数字、证据、重算相符，经过没有缺口', async () => {
  await fc.assert(
    fc.asyncProperty(histories(50), fc.array(fc.nat({ max: 11 }), { minLength: 1 }), async ({ acts, begins }, gaps) => {
      const world = await openWorld(() => openSqlite(':memory:'));
      try {
        world.clock.now = begins;
        let next = gaps[0] ?? 0;
        let right: number | undefined;
        for (const [i, one] of acts.entries()) {
          if (i === next) {
            right = world.clock.now;
            world.clock.now -= HOUR;
          }
          await ACTS[one.what](world, one);
          if (right === undefined || i < next + BEHIND) continue;
          world.clock.now = Math.max(right, world.clock.now);
          right = undefined;
          next = i + 1 + (gaps[i % gaps.length] as number);
          await numbersHold(world);
        }
        world.clock.now += HOUR;
        await runNightly(world.deps);
        await numbersHold(world);
        await expectUnbrokenHistories(world);
        expect(await verifyHistories(world.store)).toMatchObject({ kind: 'whole' });
        expect(await runNightly(world.deps)).toMatchObject({ written: 0, differences: [] });
      } finally {
        await world.close();
      }
    }),
    { numRuns: RUNS },
  );
}, 900_000);

describe('零点前后', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  test('夜间封存之后时钟退回前一天：当天又有签到，核对仍然相符', async () => {
    world.clock.now = at(`${YEAR}-03-10`, 22);
    await rated(world);
    world.clock.now = at(`${YEAR}-03-11`, 0, 5);
    await runNightly(world.deps);
    world.clock.now -= HOUR;
    await walkIn(world, WANG, YQ_TWO);
    world.clock.now += HOUR + MINUTE;
    await runNightly(world.deps);
    expect(await verifyHistories(world.store)).toMatchObject({ kind: 'whole' });
    world.clock.now += DAY;
    await runNightly(world.deps);
    expect(await verifyHistories(world.store)).toMatchObject({ kind: 'whole' });
    await numbersHold(world);
  });
});
