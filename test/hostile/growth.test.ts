import type { Reply } from '../../shared/api';
import { CENTER, GUEST, LI, YQ_ONE, YQ_STATION } from '../journey/cast';
import { completed, form, opinion, planInput, poster } from '../journey/steps';
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

test.each(['9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+14:00', '1970-01-01T00:00:00Z'])(
  '%s 不收：存下来就再也读不出来',
  async (end) => {
    const visitId = await completed(world);
    const nonce = world.nonce();
    const rating = opinion(world, visitId, LI, { from: '2026-03-10T09:00:00+08:00', dayReason: '补记' });
    const fieldsOf = async (reply: Promise<Reply<unknown>>) => {
      const { ok, code, fields } = { code: '', fields: {}, ...(await reply) };
      return [ok, code, Object.keys(fields)];
    };
    const li = world.as(LI);
    expect(
      await fieldsOf(li.call('visit.checkIn', { nonce, code: poster(YQ_ONE), ...form(), claimedAt: end })),
    ).toEqual([false, 'bad-input', ['claimedAt']]);
    expect(await fieldsOf(li.call('visit.plan', planInput(world, { to: end })))).toEqual([false, 'bad-input', ['to']]);
    expect(await fieldsOf(world.as(GUEST).call('rating.submit', { ...rating, to: end }))).toEqual([
      false,
      'bad-input',
      ['to'],
    ]);
    await world.as(GUEST).ok('rating.submit', rating);
    expect((await li.ok('visit.get', { visitId })).visit.state).toBe('rated');
  },
);

test('看不到统一社会信用代码的人，也不能一个字一个字试出来', async () => {
  const whole = '91110119MAYQAAAAA2';
  const found = async (who: string, query: string) =>
    (await world.as(who).ok('enterprise.list', { query, district: '110119' })).enterprises.map((one) => one.id);
  expect(await found(YQ_STATION, whole)).toEqual([YQ_ONE]);
  for (const query of [whole, whole.slice(0, 8), '91', 'MAYQA']) expect(await found(LI, query)).toEqual([]);
  expect(await found(LI, '延庆甲')).toEqual([YQ_ONE]);
});
