import { CENTER, GUEST, LI, YQ_ONE, YQ_STATION } from '../journey/cast';
import { completed, opinion } from '../journey/steps';
import { openWorld, type World } from '../journey/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('不停地改评价，撑不破这场服务的记录：到头就不再改，别人照样办', async () => {
  const visitId = await completed(world);
  const long = { theme: '题'.repeat(100), comment: '评'.repeat(500), dayReason: '因'.repeat(300) };
  const codes = new Set<string>();
  for (let i = 0; i < 150; i += 1) {
    const reply = await world.as(GUEST).call('rating.submit', opinion(world, visitId, LI, long));
    codes.add(reply.ok ? 'ok' : reply.code);
  }
  expect([...codes]).toEqual(['ok', 'too-many']);
  expect((await world.as(LI).ok('visit.get', { visitId })).visit.state).toBe('rated');
  const why = { kind: '误录' as const, reason: '由'.repeat(300) };
  expect(await world.as(CENTER).ok('visit.void', { nonce: world.nonce(), visitId, ...why })).toEqual({
    replayed: false,
  });
});

test('看不到统一社会信用代码的人，也不能一个字一个字试出来', async () => {
  const whole = '91110119MAYQAAAAA2';
  const found = async (who: string, query: string) =>
    (await world.as(who).ok('enterprise.list', { query, district: '110119' })).enterprises.map((one) => one.id);
  expect(await found(YQ_STATION, whole)).toEqual([YQ_ONE]);
  for (const query of [whole, whole.slice(0, 8), '91', 'MAYQA']) expect(await found(LI, query)).toEqual([]);
  expect(await found(LI, '延庆甲')).toEqual([YQ_ONE]);
});
