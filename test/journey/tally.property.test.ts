import fc from 'fast-check';
import { runNightly } from '../../cloudfunctions/nightly/run';
import { ACTS, type Act } from './acts';
import { HAIDIAN, YANQING, YEAR } from './cast';
import { expectTrueNumbers, expectUnbrokenHistories } from './truth';
import { at, openWorld } from './world';

/** What happens often in a year, and what seldom. */
const WEIGHTS: Readonly<Record<keyof typeof ACTS, number>> = {
  wait: 10,
  scan: 14,
  join: 14,
  complete: 6,
  rate: 10,
  plan: 4,
  cancel: 1,
  voidVisit: 1,
  voidCheckIn: 2,
  voidRating: 2,
  reopen: 1,
  makeUp: 5,
  designate: 5,
  withdraw: 2,
  residency: 4,
  suspend: 2,
  dismiss: 1,
  certify: 4,
  move: 2,
  merge: 2,
  configure: 1,
  nightly: 2,
  read: 2,
};

const number = fc.nat({ max: 5039 });
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(
    ...Object.entries(WEIGHTS).map(([what, weight]) => ({
      weight,
      arbitrary: fc.constant(what as keyof typeof ACTS),
    })),
  ),
  a: number,
  b: number,
  c: number,
});

const STEPS = 6;

test('任意历史：页面上的数字 = 规则对全部记录的计算 = 另写一遍的计算 = 夜间重算；证据条数相符；经过没有缺口', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 70 }), fc.boolean(), async (history, yearEnd) => {
      const world = await openWorld();
      try {
        world.clock.now = yearEnd ? at(`${YEAR}-12-30`, 20) : at(`${YEAR}-10-22`, 9);
        for (const [i, one] of history.entries()) {
          await ACTS[one.what](world, one);
          if (i % STEPS !== STEPS - 1) continue;
          for (const stationId of [YANQING, HAIDIAN]) await expectTrueNumbers(world, stationId, YEAR);
        }
        await runNightly(world.deps);
        for (const stationId of [YANQING, HAIDIAN]) await expectTrueNumbers(world, stationId, YEAR);
        await expectUnbrokenHistories(world);
        expect(await runNightly(world.deps)).toMatchObject({ written: 0, differences: [] });
      } finally {
        await world.close();
      }
    }),
    { numRuns: Number(process.env.HISTORIES ?? 25) },
  );
}, 120_000);
