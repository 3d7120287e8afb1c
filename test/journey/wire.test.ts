import fc from 'fast-check';
import { openWxStore } from '../wire/open';
import { startWire, type Wire } from '../wire/server';
import { YANQING, YEAR } from './cast';
import { addCommissioners, addEnterprises } from './crowd';
import { histories, playOut } from './histories';
import { mainJourney } from './main.journey';
import { form, poster } from './steps';
import { expectTrueNumbers } from './truth';
import { openWorld, type World } from './world';

/** The handlers over the genuine wx-server-sdk on the wire stub: they ask for nothing that CloudBase does not have. */

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

test('主线在云开发的线协议上走一遍', () => mainJourney(world));

test('十份相同的签到、十二个不同的签到同时到：记录不多不少', async () => {
  const enterprises = await addEnterprises(world, '110119', 4);
  const people = await addCommissioners(world, 12);
  const inputs = people.map((who, i) => ({
    who,
    input: { nonce: world.nonce(), code: poster(enterprises[i % 4] as string), ...form() },
  }));
  const same = Array.from({ length: 10 }, () => inputs[0] as (typeof inputs)[number]);
  const replies = await Promise.all(
    [...inputs, ...same].map(({ who, input }) => world.as(who).call('visit.checkIn', input)),
  );
  expect(replies.filter((one) => !one.ok)).toEqual([]);
  expect(await world.visits()).toHaveLength(12);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test.each(fc.sample(histories(40), { numRuns: 3, seed: 20260310 }))('任意历史在线协议上也一样 %#', (history) =>
  playOut(world, history),
);
