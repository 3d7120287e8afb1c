import type { CallName, Input, Output } from '../../shared/api';
import { GUEST, LI, YANQING, YEAR, YQ_LEAD } from './cast';
import { addCommissioners, addEnterprises } from './crowd';
import { form, opinion, planInput, poster } from './steps';
import { expectTrueNumbers } from './truth';
import { type HANDLERS, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const COPIES = 10;
const CASES = 20;

/** Every request ten times at once, all cases together: each case has one answer, `replayed` aside. */
async function tenTimes<N extends CallName>(
  name: N,
  requests: readonly { readonly who: string; readonly input: Input<N> }[],
): Promise<Output<N>[]> {
  const copies = requests.flatMap((one) => Array.from({ length: COPIES }, () => one));
  const answers = await Promise.all(copies.map(({ who, input }) => world.as(who).ok(name, input)));
  return requests.map((_, i) => {
    const group = answers.slice(i * COPIES, (i + 1) * COPIES) as (Output<N> & { replayed: boolean })[];
    const [first] = group;
    for (const one of group) expect({ ...one, replayed: false }).toEqual({ ...first, replayed: false });
    expect(group.filter((one) => !one.replayed)).toHaveLength(1);
    return first as Output<N>;
  });
}

test('二十次签到各发十份：二十条记录，十个相同的回答；企业一侧、完成、评价也一样', async () => {
  const enterprises = await addEnterprises(world, '110119', CASES);
  const people = await addCommissioners(world, CASES);
  const guests = people.map((_, i) => `P-crowd-guest-${i}`);
  const arrivals = await tenTimes(
    'visit.checkIn',
    people.map((who, i) => ({
      who,
      input: { nonce: world.nonce(), code: poster(enterprises[i] as string), ...form() },
    })),
  );
  const visitIds = arrivals.map((one) => one.visitId);
  expect(new Set(visitIds).size).toBe(CASES);
  const visits = await world.visits();
  expect(visits).toHaveLength(CASES);
  expect(visits.flatMap((one) => one.checkIns)).toHaveLength(CASES);

  const passes = await Promise.all(
    visitIds.map(async (visitId, i) => {
      const { token } = await world.as(people[i] as string).ok('visit.liveCode', { visitId });
      return (await world.as(guests[i] as string).ok('visit.resolve', { code: token })).pass;
    }),
  );
  await tenTimes(
    'visit.checkIn',
    guests.map((who, i) => ({ who, input: { nonce: world.nonce(), code: passes[i] as string, ...form() } })),
  );
  expect((await world.visits()).flatMap((one) => one.checkIns)).toHaveLength(2 * CASES);
  await tenTimes(
    'visit.complete',
    visitIds.map((visitId, i) => ({
      who: (i % 2 ? people : guests)[i] as string,
      input: { nonce: world.nonce(), visitId },
    })),
  );
  await tenTimes(
    'rating.submit',
    visitIds.map((visitId, i) => ({ who: guests[i] as string, input: opinion(world, visitId, people[i]) })),
  );
  await tenTimes(
    'station.designate',
    enterprises.map((enterpriseId) => ({
      who: YQ_LEAD,
      input: { nonce: world.nonce(), stationId: YANQING, year: YEAR, enterpriseId, reason: '重点' },
    })),
  );
  const after = await world.visits();
  expect(after.flatMap((one) => one.ratings.flatMap((rating) => rating.versions))).toHaveLength(CASES);
  expect(after.flatMap((one) => one.history)).toHaveLength(4 * CASES);
  await expectTrueNumbers(world, YANQING, YEAR);
  const { metrics } = await world.as(YQ_LEAD).ok('station.progress', { stationId: YANQING, year: YEAR });
  expect(metrics.map((one) => one.counted)).toEqual([CASES, CASES, 0, CASES]);
});

test('二十次安排各发十份', async () => {
  const inputs = Array.from({ length: CASES }, () => ({ who: YQ_LEAD, input: planInput(world) }));
  await tenTimes('visit.plan', inputs);
  expect(await world.visits()).toHaveLength(CASES);
  const notices = (await world.as(LI).ok('account.notices', {})).notices;
  expect(notices).toHaveLength(CASES);
});

test('一个站点同时六十四人签到：都成功，数字不差', async () => {
  const enterprises = await addEnterprises(world, '110119', 16);
  const people = await addCommissioners(world, 64);
  const replies = await Promise.all(
    people.map((who, i) =>
      world.as(who).call('visit.checkIn', {
        nonce: world.nonce(),
        code: poster(enterprises[i % 16] as string),
        ...form(),
      }),
    ),
  );
  expect(replies.filter((one) => !one.ok)).toEqual([]);
  expect(await world.visits()).toHaveLength(64);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('一次服务同时来了许多主体、双方同时点完成：都记下，完成只有一次', async () => {
  const { visitId } = await world.as(LI).ok('visit.checkIn', {
    nonce: world.nonce(),
    code: poster((await addEnterprises(world, '110119', 1))[0] as string),
    ...form(),
  });
  const crowd = [GUEST, ...Array.from({ length: 19 }, (_, i) => `P-crowd-${i}`)];
  const { token } = await world.as(LI).ok('visit.liveCode', { visitId });
  const passes = await Promise.all(
    crowd.map(async (who) => (await world.as(who).ok('visit.resolve', { code: token })).pass),
  );
  await Promise.all(
    crowd.map((who, i) =>
      world.as(who).ok('visit.checkIn', {
        nonce: world.nonce(),
        code: passes[i] as string,
        ...form(),
        ...(i > 0 && { side: 'party' as const, partyKind: '其他' as const }),
      }),
    ),
  );
  const both = [LI, GUEST].map((who) => world.as(who).ok('visit.complete', { nonce: world.nonce(), visitId }));
  expect((await Promise.all(both)).map((one) => one.state)).toEqual(['completed', 'completed']);
  const { history, checkIns } = await world.visit(visitId);
  expect(checkIns).toHaveLength(21);
  expect(history.filter((one) => one.kind === 'completed')).toHaveLength(1);
  await expectTrueNumbers(world, YANQING, YEAR);
});

test('四个进程写同一个站点：没有进程内的排队，版本号照样守住数字', async () => {
  const enterprises = await addEnterprises(world, '110119', 8);
  const people = await addCommissioners(world, 32);
  const processes = Array.from({ length: 4 }, () => {
    let loaded: typeof HANDLERS = {};
    jest.isolateModules(() => {
      loaded = (require('./world') as { HANDLERS: typeof HANDLERS }).HANDLERS;
    });
    return loaded;
  });
  const replies = await Promise.all(
    people.map((personId, i) => {
      const input = { nonce: world.nonce(), code: poster(enterprises[i % 8] as string), ...form() };
      return processes[i % 4]?.['visit.checkIn']?.(input, { personId }, world.deps);
    }),
  );
  expect(replies.filter((one) => !one?.ok)).toEqual([]);
  expect(await world.visits()).toHaveLength(32);
  await expectTrueNumbers(world, YANQING, YEAR);
});
