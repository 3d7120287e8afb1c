import { liveToken, passToken, posterToken, readCode } from '../../cloudfunctions/_core/tokens';
import { GUEST, GUEST_2, LI, WANG, YQ_CONTACT, YQ_ONE, YQ_TWO } from './cast';
import { refused } from './expect';
import { form, join, liveCodeOf, paired, poster, walkIn } from './steps';
import { CODE_KEYS, MINUTE, openWorld, type World } from './world';

const STEP = 15_000;

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const scan = (code: string) => ({ nonce: world.nonce(), code, ...form() });
const denied = (who: string, code: string, codes: readonly string[]) =>
  refused(world, world.as(who), 'visit.checkIn', scan(code), codes);

/** Another character of the same alphabet at one place. */
const altered = (token: string, place: number): string => {
  const other = token[place] === 'A' ? 'B' : 'A';
  return token.slice(0, place) + other + token.slice(place + 1);
};

describe('伪造', () => {
  test('企业码、实时码、通行码的每一位改一个字，都不认', async () => {
    const { visitId } = await walkIn(world, LI, YQ_TWO);
    const live = await liveCodeOf(world, LI, visitId);
    const { pass } = await world.as(GUEST).ok('visit.resolve', { code: live });
    const before = await world.dump();
    for (const token of [poster(YQ_ONE), live, pass])
      for (let place = 0; place < token.length; place += 1) {
        const codes = await world.as(GUEST).why('visit.checkIn', scan(altered(token, place)));
        expect([place, codes]).toEqual([place, [expect.stringMatching(/^code-(forged|unreadable)$/)]]);
      }
    expect(await world.dump()).toBe(before);
    expect(await world.attempts()).toHaveLength(poster(YQ_ONE).length + live.length + pass.length);
  });

  test.each([
    ['空的内容', 'x'],
    ['别的网址', 'https://example.test/v?k='],
    ['坏的转义', 'https://example.test/v?k=%E0%A4%A'],
    ['一段中文', '这不是签到码这不是签到码这不是签到码这不是签到码这不是签到码'],
  ])('读不懂：%s', async (_, code) => {
    await denied(LI, code, ['code-unreadable']);
  });

  test('没有的企业、没有的服务：签名对也不认', async () => {
    await denied(LI, posterToken(CODE_KEYS, 'ZZZZZZZ9'), ['code-unknown']);
    await denied(GUEST, liveToken(CODE_KEYS, 'nosuchvis1', world.clock.now, 1), ['code-unknown']);
  });

  test('三种码不能互相冒充', async () => {
    for (const token of [poster(YQ_ONE), liveToken(CODE_KEYS, 'nosuchvis1', world.clock.now, 1)]) {
      for (const kind of ['B', 'R', 'h']) {
        const read = readCode(CODE_KEYS, kind + token.slice(1), GUEST, world.clock.now);
        if (kind !== token[0]) expect(read).toBe('code-forged');
      }
    }
  });
});

describe('实时码', () => {
  test('本步和下一步有效，再下一步过期；早一步也收（两台机器的钟）', async () => {
    const { visitId } = await walkIn(world);
    world.clock.now = Math.ceil(world.clock.now / STEP) * STEP;
    const code = await liveCodeOf(world, LI, visitId);
    const start = world.clock.now;
    world.clock.now = start + 2 * STEP;
    await denied(GUEST, code, ['code-expired']);
    world.clock.now = start - STEP - 1;
    await denied(GUEST, code, ['code-expired']);
    world.clock.now = start - 1;
    expect((await world.as(GUEST).ok('visit.resolve', { code })).visitId).toBe(visitId);
    world.clock.now = start + 2 * STEP - 1;
    await world.as(GUEST).ok('visit.checkIn', scan(code));
  });

  test('有人用它签过到，别人再用就要读新的；他自己重扫仍是第一次的记录', async () => {
    const { visitId } = await walkIn(world);
    const code = await liveCodeOf(world, LI, visitId);
    const first = await world.as(GUEST).ok('visit.checkIn', scan(code));
    await denied(GUEST_2, code, ['code-used']);
    expect(await world.as(GUEST).ok('visit.checkIn', scan(code))).toEqual({ ...first, replayed: true });
    expect(await liveCodeOf(world, LI, visitId)).not.toBe(code);
    await join(world, LI, GUEST_2, visitId);
  });

  test('别的服务的实时码只通向那一次服务', async () => {
    const mine = await walkIn(world, LI, YQ_ONE);
    const theirs = await walkIn(world, WANG, YQ_TWO);
    const { visitId } = await world.as(GUEST).ok('visit.checkIn', scan(await liveCodeOf(world, WANG, theirs.visitId)));
    expect(visitId).toBe(theirs.visitId);
    expect((await world.visit(mine.visitId)).checkIns).toHaveLength(1);
  });

  test('没有签到的人、结束的服务都没有实时码', async () => {
    const plan = await paired(world);
    await refused(world, world.as(YQ_CONTACT), 'visit.liveCode', { visitId: plan }, ['not-allowed']);
    await world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId: plan });
    await refused(world, world.as(LI), 'visit.liveCode', { visitId: plan }, ['visit-over']);
  });

  test('完成之后用还新鲜的实时码：服务已结束', async () => {
    const visitId = await paired(world);
    const code = await liveCodeOf(world, LI, visitId);
    await world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId });
    await denied(GUEST_2, code, ['visit-over']);
  });
});

describe('通行码', () => {
  test('只认读码的人；十分钟后过期；回答丢了再发，过期也得到第一次的回答', async () => {
    const { visitId } = await walkIn(world);
    const { pass } = await world.as(GUEST).ok('visit.resolve', { code: await liveCodeOf(world, LI, visitId) });
    await denied(GUEST_2, pass, ['code-not-yours']);
    const late = scan(pass);
    world.clock.now += 10 * MINUTE;
    await refused(world, world.as(GUEST), 'visit.checkIn', late, ['code-expired']);
    world.clock.now -= 1;
    const input = scan(pass);
    const first = await world.as(GUEST).ok('visit.checkIn', input);
    world.clock.now += 60 * MINUTE;
    expect(await world.as(GUEST).ok('visit.checkIn', input)).toEqual({ ...first, replayed: true });
  });

  test('自己造不出通行码：换了人、换了服务、换了时间都不认', async () => {
    const { visitId } = await walkIn(world);
    const forged = passToken([{ no: 1, secret: 'guessed' }], visitId, 'AAAAA', GUEST, world.clock.now);
    await denied(GUEST, forged, ['code-forged']);
  });
});

describe('一个人、两边', () => {
  test('特派员读自己出示的实时码：那是给另一方的，拒绝；再扫企业码还是自己那一次', async () => {
    const first = await walkIn(world);
    const code = await liveCodeOf(world, LI, first.visitId);
    await denied(LI, code, ['same-person-other-side']);
    const other = { ...scan(code), side: 'enterprise' as const };
    await refused(world, world.as(LI), 'visit.checkIn', other, ['same-person-other-side']);
    expect(await world.as(LI).ok('visit.checkIn', scan(poster(YQ_ONE)))).toEqual({ ...first, replayed: true });
  });

  test('来宾要站特派员一边：不是他的边', async () => {
    const { visitId } = await walkIn(world);
    const input = { ...scan(await liveCodeOf(world, LI, visitId)), side: 'specialist' as const };
    await refused(world, world.as(GUEST), 'visit.checkIn', input, ['side-not-yours']);
  });

  test('只有企业码，永远凑不成双方', async () => {
    await denied(GUEST, poster(YQ_ONE), ['commissioner-first']);
    await walkIn(world);
    await denied(GUEST, poster(YQ_ONE), ['live-code-needed']);
    await denied(YQ_CONTACT, poster(YQ_ONE), ['live-code-needed']);
    const asEnterprise = { ...scan(poster(YQ_ONE)), side: 'enterprise' as const };
    await refused(world, world.as(GUEST), 'visit.checkIn', asEnterprise, ['live-code-needed']);
  });
});

describe('请求编号', () => {
  test('别人用过的编号：拒绝，不给别人的记录', async () => {
    const { visitId } = await walkIn(world, LI, YQ_ONE, { nonce: 'the-same-nonce' });
    const code = await liveCodeOf(world, LI, visitId);
    await refused(world, world.as(GUEST), 'visit.checkIn', { ...scan(code), nonce: 'the-same-nonce' }, [
      'nonce-reused',
    ]);
  });

  test('同一编号被拒两次只留一条；原因不同各留一条', async () => {
    const input = scan('x');
    const guest = world.as(GUEST);
    for (let i = 0; i < 3; i += 1) expect(await guest.why('visit.checkIn', input)).toEqual(['code-unreadable']);
    expect(await world.attempts()).toMatchObject([
      { personId: GUEST, nonce: input.nonce, codeKind: 'unknown', visitId: '' },
    ]);
    expect(await guest.why('visit.checkIn', { ...input, code: poster(YQ_ONE) })).toEqual(['commissioner-first']);
    expect(await world.attempts()).toHaveLength(2);
  });
});

describe('换钥匙', () => {
  const old = CODE_KEYS[0];
  const fresh = { no: 2, secret: 'the next key' };

  test('新钥匙签发，旧钥匙的码在重叠期内照认，之后不认', async () => {
    const open = await openWorld();
    const printed = poster(YQ_ONE);
    Object.assign(open.deps, { codeKeys: [fresh, old] });
    const first = await open.as(LI).ok('visit.checkIn', { nonce: open.nonce(), code: printed, ...form() });
    const { token } = await open.as(LI).ok('visit.liveCode', { visitId: first.visitId });
    expect(readCode([fresh], token, GUEST, open.clock.now)).toMatchObject({ kind: 'live' });
    Object.assign(open.deps, { codeKeys: [fresh] });
    expect(await open.as(WANG).why('visit.checkIn', { nonce: open.nonce(), code: printed, ...form() })).toEqual([
      'code-forged',
    ]);
    await open.close();
  });
});
