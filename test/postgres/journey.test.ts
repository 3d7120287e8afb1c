import fc from 'fast-check';
import { openPostgres } from '../../server/store/postgres';
import { YANQING, YEAR } from '../journey/cast';
import { addCommissioners, addEnterprises } from '../journey/crowd';
import { histories, playOut } from '../journey/histories';
import { mainJourney } from '../journey/main.journey';
import { form, poster } from '../journey/steps';
import { expectTrueNumbers } from '../journey/truth';
import { openWorld, type World } from '../journey/world';
import { withPostgres } from './with-postgres';

withPostgres('PostgreSQL 上的故事', (cluster) => {
  let world: World;
  beforeEach(async () => {
    const url = await cluster().freshDatabase();
    world = await openWorld(() => openPostgres(url));
  });
  afterEach(() => world.close());

  test('主线在 PostgreSQL 上走一遍', () => mainJourney(world));

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

  test.each(fc.sample(histories(40), { numRuns: 5, seed: 20260310 }))('任意历史在 PostgreSQL 上也一样 %#', (history) =>
    playOut(world, history),
  );
});
