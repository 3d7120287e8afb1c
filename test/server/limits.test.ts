import { createLimits } from '../../cloudfunctions/_core/limits';
import { LIMITS } from '../../cloudfunctions/_core/limits.params';
import { readEnvironment } from '../../server/environment';
import { type Edge, type Serving, startEdge } from './edge';

const clock = { now: 0 };
let edge: Edge;
const open = async (serving: Serving = {}): Promise<void> => {
  edge = await startEdge({ serving: { limits: createLimits(() => clock.now), ...serving } });
};
afterEach(() => edge.close());

const { burst, perMinute } = LIMITS.wrongInvitation.address;
const guess = (headers: Record<string, string> = {}) =>
  edge.post('account.redeem', JSON.stringify({ invitation: 'guess' }), headers);
const statuses = async (count: number, headers?: (i: number) => Record<string, string>): Promise<number[]> => {
  const all: number[] = [];
  for (let i = 0; i < count; i += 1) all.push((await guess(headers?.(i))).status);
  return all;
};

describe('同一地址猜邀请码', () => {
  test('到了限额答 429，头里和正文里都说几秒后再试，过了那几秒又可以', async () => {
    await open();
    expect(new Set(await statuses(burst))).toEqual(new Set([400]));
    const { status, body, headers } = await guess();
    const seconds = 60 / perMinute;
    expect([status, body]).toEqual([
      429,
      { ok: false, code: 'too-many', message: `操作太频繁，请 ${seconds} 秒后再试`, retryAfter: seconds },
    ]);
    expect(headers.get('retry-after')).toBe(String(seconds));
    expect(headers.get('cache-control')).toBe('no-store');
    clock.now += seconds * 1000;
    expect((await guess()).status).toBe(400);
  });

  const pretending = (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}` });

  test('没有写明的代理说的来处不算数：换着说也是同一个地址', async () => {
    await open({ demoPublic: true });
    await statuses(burst, pretending);
    expect((await guess(pretending(250))).status).toBe(429);
  });

  test('写明的代理说的来处才算数：各算各的；代理前面的人自己添的不算', async () => {
    await open({ trustsProxy: readEnvironment({}).trustsProxy, demoPublic: true });
    await statuses(burst, (i) => ({ 'x-forwarded-for': `198.51.100.${i}, 203.0.113.7` }));
    expect((await guess(pretending(7))).status).toBe(429);
    expect((await guess(pretending(8))).status).toBe(400);
    expect((await guess()).status).toBe(400);
  });
});

describe('会话凭证', () => {
  test('伪造得太多：答 429；同一地址上真的凭证、没有凭证的人不受影响', async () => {
    await open();
    await edge.person('P1');
    const token = edge.sessions.issue('P1', 0);
    const forge = () => edge.call('account.me', {}, `${token}x`);
    const before: number[] = [];
    for (let i = 0; i < LIMITS.wrongSession.address.burst; i += 1) before.push((await forge()).status);
    expect(new Set(before)).toEqual(new Set([401]));
    const { status, body } = await forge();
    expect([status, body]).toMatchObject([429, { code: 'too-many', retryAfter: 1 }]);
    expect((await edge.call('account.me', {}, token)).status).toBe(200);
    expect((await edge.call('account.people', {})).status).toBe(200);
  });
});
