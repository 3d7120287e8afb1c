import fc from 'fast-check';
import { openSqlite } from '../../server/store/sqlite';
import { YANQING, YEAR } from '../journey/cast';
import { addCommissioners, addEnterprises } from '../journey/crowd';
import { histories, playOut } from '../journey/histories';
import { form, poster } from '../journey/steps';
import { expectTrueNumbers, expectUnbrokenHistories } from '../journey/truth';
import { schedule } from './faulty-store';
import { openFaultyWorld } from './faulty-world';

const RUNS = Number(process.env.HISTORIES ?? 12);
const inMemory = () => openSqlite(':memory:');

beforeEach(() => {
  // Each broken call says so in the log.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

test('任意历史，存储不时晚答、没办成、办成了没答复，手机原样再发：数字、证据、重算相符，经过没有缺口', async () => {
  let repeated = 0;
  await fc.assert(
    fc.asyncProperty(histories(40), fc.nat(), async (history, seed) => {
      const world = await openFaultyWorld(inMemory, schedule(seed, 0.12));
      await playOut(world, history).finally(world.close);
      repeated += world.repeated();
    }),
    { numRuns: RUNS },
  );
  expect(repeated).toBeGreaterThan(RUNS);
}, 900_000);

test.each([1, 2, 3])('六十四人同时签到，存储不时出错（第 %i 种）：人人一条记录，不多不少', async (seed) => {
  const world = await openFaultyWorld(inMemory, schedule(seed, 0.2));
  const enterprises = await addEnterprises(world, '110119', 16);
  const people = await addCommissioners(world, 64);
  const requests = people.map((who, i) => ({
    who,
    input: { nonce: world.nonce(), code: poster(enterprises[i % 16] as string), ...form() },
  }));
  const replies = await Promise.all(
    [...requests, ...requests].map(({ who, input }) => world.as(who).ok('visit.checkIn', input)),
  );
  expect(replies.slice(0, 64).map((one) => one.checkInId)).toEqual(replies.slice(64).map((one) => one.checkInId));
  const visits = await world.visits();
  expect(visits.map((one) => [one.checkIns.length, one.history.length])).toEqual(people.map(() => [1, 1]));
  expect(world.repeated()).toBeGreaterThan(10);
  await expectTrueNumbers(world, YANQING, YEAR);
  await expectUnbrokenHistories(world);
  await world.close();
});
