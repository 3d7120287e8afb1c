import { sessionsWith } from '../../server/sessions';
import { type Edge, NOW, SECRET, startEdge } from './edge';

const DAYS_30 = 30 * 86_400_000;
const at = (now: number, secret = SECRET) => sessionsWith([secret], () => now);
const token = at(NOW).issue('P1', 3);

describe('会话凭证', () => {
  test('发出去的认得回来', () => {
    expect(at(NOW).verify(token)).toEqual({ personId: 'P1', epoch: 3 });
  });

  test.each([
    ['到期前一毫秒', DAYS_30 - 1, true],
    ['到期', DAYS_30, false],
    ['到期之后', DAYS_30 + 1, false],
  ])('三十天：%s', (_title, later, valid) => {
    expect(at(NOW + later).verify(token) !== null).toBe(valid);
  });

  const [person, epoch, expiry, mac] = token.split('.') as [string, string, string, string];
  const last = mac.slice(-1);
  test.each([
    ['换了人', ['P2', epoch, expiry, mac]],
    ['换了代次', [person, '4', expiry, mac]],
    ['代次写成别的样子', [person, '03', expiry, mac]],
    ['延了期', [person, epoch, String(Number(expiry) + 1), mac]],
    ['改了签名', [person, epoch, expiry, `${mac[0] === 'A' ? 'B' : 'A'}${mac.slice(1)}`]],
    ['签名末位的空余位', [person, epoch, expiry, mac.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1)]],
    ['签名短了', [person, epoch, expiry, mac.slice(0, -1)]],
    ['没有签名', [person, epoch, expiry, '']],
    ['少一段', [person, epoch, mac]],
    ['多一段', [person, epoch, expiry, mac, mac]],
  ])('伪造：%s', (_title, parts) => {
    expect(at(NOW).verify(parts.join('.'))).toBeNull();
  });

  test.each(['', '.', '...', 'null', '{}', 'a'.repeat(100_000), `${token} `, ` ${token}`, `${token}\n`])(
    '不是凭证的文字 %#',
    (text) => {
      expect(at(NOW).verify(text)).toBeNull();
    },
  );

  test('别的服务器的密钥', () => {
    expect(at(NOW, `${SECRET}.`).verify(token)).toBeNull();
  });
});

describe('凭证不成立就是没有登录', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await startEdge();
    await edge.person('P1', 3);
  });
  afterEach(() => edge.close());
  const statusWith = async (authorization: string): Promise<number> =>
    (await edge.post('account.me', '{}', { authorization })).status;

  test('成立的', async () => {
    expect(await statusWith(`Bearer ${edge.sessions.issue('P1', 3)}`)).toBe(200);
    expect(await statusWith(`bearer ${edge.sessions.issue('P1', 3)}`)).toBe(200);
  });

  test.each([
    ['没有凭证', ''],
    ['只有方式', 'Bearer'],
    ['别的方式', `Basic ${token}`],
    ['伪造的', `Bearer ${token}x`],
    ['前一代的', `Bearer ${at(NOW).issue('P1', 2)}`],
    ['后一代的', `Bearer ${at(NOW).issue('P1', 4)}`],
    ['两个凭证', `Bearer ${token} ${token}`],
  ])('%s：401', async (_title, authorization) => {
    expect(await statusWith(authorization)).toBe(401);
  });

  test('退出之后，所有设备上的都不再成立', async () => {
    const [phone, computer] = [edge.sessions.issue('P1', 3), edge.sessions.issue('P1', 3)];
    expect((await edge.call('account.signOut', {}, phone)).status).toBe(200);
    for (const one of [phone, computer]) expect((await edge.call('account.me', {}, one)).status).toBe(401);
    expect(await statusWith(`Bearer ${edge.sessions.issue('P1', 4)}`)).toBe(200);
  });

  test('过期：401', async () => {
    const old = edge.sessions.issue('P1', 3);
    edge.clock.now += DAYS_30;
    expect((await edge.call('account.me', {}, old)).status).toBe(401);
  });
});
