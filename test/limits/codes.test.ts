import { createLimits } from '../../cloudfunctions/_core/limits';
import { LIMITS } from '../../cloudfunctions/_core/limits.params';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { CENTER, GUEST, GUEST_2, LI, WANG, YQ_CONTACT, YQ_ONE, YQ_TWO } from '../journey/cast';
import { form, join, poster, walkIn } from '../journey/steps';
import { CODE_KEYS, openWorld, type Player, type World } from '../journey/world';

let world: World;
let clock: { now: number };
beforeEach(async () => {
  world = await openWorld();
  clock = { now: 0 };
  Object.assign(world.deps, { limits: createLimits(() => clock.now)('10.0.0.1') });
});
afterEach(() => world.close());

const forged = `${posterToken(CODE_KEYS, 'YQ').slice(0, -1)}.`;
const scan = (code: string) => ({ nonce: world.nonce(), code, ...form() });
const times = async (count: number, work: (i: number) => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < count; i += 1) await work(i);
};
const guess = (player: Player) => player.why('visit.checkIn', scan(forged));

describe('猜签到码', () => {
  const { person, address } = LIMITS.wrongCode;

  test('一个人猜得太多：答 too-many，说几秒后再试，不再记成一次次的尝试', async () => {
    const guest = world.as(GUEST);
    await times(person.burst, async () => expect(await guess(guest)).toEqual(['code-forged']));
    const kept = await world.attempts();
    expect(kept).toHaveLength(person.burst);
    await times(20, async () => expect(await guess(guest)).toEqual(['too-many']));
    expect(await guest.call('visit.resolve', { code: forged })).toEqual({
      ok: false,
      code: 'too-many',
      message: '操作太频繁，请 5 秒后再试',
      retryAfter: 5,
    });
    expect(await world.attempts()).toEqual(kept);
    clock.now += 5000;
    expect(await guess(guest)).toEqual(['code-forged']);
  });

  test('超过以后，不读服务、不读企业，也不写', async () => {
    const guest = world.as(GUEST);
    await times(person.burst, () => guess(guest));
    const before = world.store.trips();
    await guess(guest);
    expect(world.store.trips() - before).toBeLessThanOrEqual(1);
  });

  test('猜过的人，对的码照样签到', async () => {
    const { visitId } = await walkIn(world);
    await times(person.burst + 10, () => guess(world.as(GUEST)));
    await join(world, LI, GUEST, visitId);
  });

  test('同一地址有人换着身份猜：别人的错码也要等，对的码不受影响', async () => {
    await times(address.burst, (i) => guess(world.as(`Pstranger${i}`)));
    expect(await guess(world.as(GUEST_2))).toEqual(['too-many']);
    const { visitId } = await walkIn(world, WANG, YQ_TWO);
    await join(world, WANG, GUEST_2, visitId);
    expect(await world.as(GUEST_2).why('visit.resolve', { code: 'https://example.test/menu' })).toEqual([
      'code-unreadable',
    ]);
  });

  test('签名对而没有这家企业，也算猜', async () => {
    const unknown = posterToken(CODE_KEYS, 'ZZZZZZZ9');
    await times(person.burst, () => world.as(LI).why('visit.resolve', { code: unknown }));
    expect(await world.as(LI).why('visit.resolve', { code: unknown })).toEqual(['too-many']);
    await walkIn(world, LI, YQ_ONE);
  });

  test('六十个人从同一地址签到，一次也不拦', async () => {
    const { visitId } = await walkIn(world);
    await times(60, async (i) => {
      await join(world, LI, `Pcolleague${i}`, visitId);
      await join(world, LI, `Pcolleague${i}`, visitId);
    });
    expect((await world.visit(visitId)).checkIns).toHaveLength(61);
  });
});

describe('被拒绝的签到要写下来，写得太多就不收', () => {
  test('码是对的而规则不许，反复换编号：到了限额答 too-many，别人不受影响', async () => {
    const { burst } = LIMITS.refusedCheckIn.person;
    const refuse = (who: string) => world.as(who).why('visit.checkIn', scan(poster(YQ_ONE)));
    await times(burst, async () => expect(await refuse(GUEST)).toEqual(['commissioner-first']));
    expect(await refuse(GUEST)).toEqual(['too-many']);
    expect(await world.attempts()).toHaveLength(burst);
    expect(await refuse(GUEST_2)).toEqual(['commissioner-first']);
  });

  test('到了限额的人，收下过的请求再发一次仍得到第一次的回答', async () => {
    const { visitId } = await walkIn(world);
    const { pass } = await world
      .as(GUEST)
      .ok('visit.resolve', { code: (await world.as(LI).ok('visit.liveCode', { visitId })).token });
    const input = scan(pass);
    const first = await world.as(GUEST).ok('visit.checkIn', input);
    await times(LIMITS.refusedCheckIn.person.burst + 1, () => world.as(GUEST).why('visit.checkIn', scan('x')));
    world.clock.now += 3_600_000;
    expect(await world.as(GUEST).ok('visit.checkIn', input)).toEqual({ ...first, replayed: true });
  });
});

describe('猜邀请码', () => {
  const { person, address } = LIMITS.wrongInvitation;

  test('没有登录的人：超过以后先拒绝，数据库一次也不读；对的也要等', async () => {
    const { invitation } = await world
      .as(CENTER)
      .ok('account.invite', { nonce: world.nonce(), role: 'city', scope: {}, name: '新人' });
    const redeem = (code: string) => world.nobody.why('account.redeem', { invitation: code });
    await times(address.burst, async (i) => expect(await redeem(`guess-${i}`)).toEqual(['bad-input']));
    const before = world.store.trips();
    expect(await redeem('guess')).toEqual(['too-many']);
    expect(await redeem(invitation)).toEqual(['too-many']);
    expect(world.store.trips()).toBe(before);
    clock.now += 60_000;
    expect((await world.nobody.ok('account.redeem', { invitation })).token).toBeDefined();
  });

  test('登录的人按人算', async () => {
    const redeem = () => world.as(GUEST).why('account.redeem', { invitation: 'guess' });
    await times(person.burst, async () => expect(await redeem()).toEqual(['bad-input']));
    expect(await redeem()).toEqual(['too-many']);
    expect(await world.as(GUEST_2).why('account.redeem', { invitation: 'guess' })).toEqual(['bad-input']);
  });
});

describe('微信登录', () => {
  test('凭证不对的太多：不再去问微信；成功的不算', async () => {
    const asked: string[] = [];
    Object.assign(world.deps, {
      weChat: async (code: string) => {
        asked.push(code);
        return code.startsWith('good') ? `openid ${code}` : undefined;
      },
    });
    const { burst } = LIMITS.failedSignIn.address;
    await times(burst * 2, (i) => world.nobody.ok('account.signIn', { wxCode: `good ${i}` }));
    await times(burst, (i) => world.nobody.why('account.signIn', { wxCode: `bad ${i}` }));
    const before = asked.length;
    expect(await world.nobody.why('account.signIn', { wxCode: 'bad' })).toEqual(['too-many']);
    expect(asked).toHaveLength(before);
  });
});

describe('费力的事按人算', () => {
  test('签到码的 PDF', async () => {
    const draw = () => world.as(YQ_CONTACT).why('enterprise.posterPdf', { enterpriseId: YQ_ONE });
    await times(LIMITS.posterPdf.person.burst, async () => expect(await draw()).toEqual(['ok']));
    expect(await draw()).toEqual(['too-many']);
    expect(await world.as(CENTER).why('enterprise.posterPdf', { enterpriseId: YQ_ONE })).toEqual(['ok']);
  });

  test('按文字查找；翻页和不带文字的不限', async () => {
    const center = world.as(CENTER);
    const { burst } = LIMITS.search.person;
    await times(burst, async () => expect(await center.why('enterprise.list', { query: '北京' })).toEqual(['ok']));
    expect(await center.why('enterprise.list', { query: '北京' })).toEqual(['too-many']);
    expect(await center.why('commissioner.list', { query: '李' })).toEqual(['too-many']);
    await times(burst, async () => expect(await center.why('enterprise.list', {})).toEqual(['ok']));
  });

  test('发邀请', async () => {
    const invite = () =>
      world.as(CENTER).why('account.invite', { nonce: world.nonce(), role: 'commissioner', scope: {} });
    await times(LIMITS.invite.person.burst, async () => expect(await invite()).toEqual(['ok']));
    expect(await invite()).toEqual(['too-many']);
  });
});
