import fc from 'fast-check';
import { histories, playOut } from './histories';
import { openWorld } from './world';

/** More of them when something in the upkeep of the tally was touched: `HISTORIES=2000`. */
const RUNS = Number(process.env.HISTORIES ?? 25);

test('任意历史：页面上的数字 = 规则对全部记录的计算 = 另写一遍的计算 = 夜间重算；证据条数相符；经过没有缺口', async () => {
  await fc.assert(
    fc.asyncProperty(histories(70), async (history) => {
      const world = await openWorld();
      await playOut(world, history).finally(world.close);
    }),
    { numRuns: RUNS },
  );
}, 600_000);
