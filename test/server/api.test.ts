import type { Handler } from '../../cloudfunctions/_core/handler';
import { FAILURE_CODES, type FailureCode } from '../../shared/api';
import { type Edge, startEdge } from './edge';

const STATUS: Readonly<Record<FailureCode, number>> = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  'too-many': 429,
  broken: 500,
};

describe('答复码与 HTTP 状态', () => {
  const calls: Record<string, Handler> = {
    'test.fine': async (raw) => ({ ok: true, data: raw }),
    'test.throws': async () => {
      throw new Error('a bug with 张三 in it');
    },
  };
  for (const code of FAILURE_CODES) calls[`test.${code}`] = async () => ({ ok: false, code, message: '' });
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge({ calls });
  });
  afterAll(() => edge.close());

  test.each(FAILURE_CODES)('%s', async (code) => {
    const { status, body } = await edge.call(`test.${code}`, {});
    expect([status, body]).toEqual([STATUS[code], { ok: false, code, message: '' }]);
  });

  test('办成是 200，不让任何地方留存', async () => {
    const { status, body, headers } = await edge.call('test.fine', { a: '签到' });
    expect([status, body]).toEqual([200, { ok: true, data: { a: '签到' } }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('没有登录时说明用什么方式', async () => {
    expect((await edge.call('test.not-signed-in', {})).headers.get('www-authenticate')).toBe('Bearer');
  });

  test('程序出错：500，有编号可查，不把内部情形说出去', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { status, body } = await edge.call('test.throws', {});
    expect([status, body]).toMatchObject([500, { ok: false, code: 'broken', requestId: expect.any(String) }]);
    expect(JSON.stringify(body)).not.toContain('张三');
    expect(String(logged.mock.calls[0]?.[0])).toContain((body as { requestId: string }).requestId);
    logged.mockRestore();
  });

  test.each(['nope', 'test', 'test.none', 'toString', '__proto__', 'constructor', 'x'.repeat(200)])(
    '没有这个接口：%s',
    async (name) => {
      expect(await edge.call(name, {})).toMatchObject({ status: 404, body: { ok: false, code: 'not-found' } });
    },
  );

  test('接口只认 POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${edge.origin}/api/test.fine`, { method })).status).toBe(404);
  });
});

describe('真的接口', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await startEdge();
    await edge.person('P1');
  });
  afterEach(() => edge.close());

  test('不登录也能问的，问得到', async () => {
    expect(await edge.call('account.people', {})).toMatchObject({ status: 200, body: { data: { people: [] } } });
  });

  test('不认识的字段被拒绝，并指出是哪一类错误', async () => {
    const { status, body } = await edge.call('account.actAs', { personId: 'P1', openid: 'x' });
    expect([status, body]).toMatchObject([400, { code: 'bad-input', fields: expect.any(Object) }]);
  });

  test('演示：换成某人，之后就是某人', async () => {
    const { body } = await edge.call('account.actAs', { personId: 'P1' });
    const token = body.ok ? String(body.data.token) : '';
    expect(await edge.call('account.me', {}, token)).toMatchObject({
      status: 200,
      body: { data: { person: { id: 'P1' } } },
    });
  });

  test('存储坏了：就绪检查不通过，进程仍然活着', async () => {
    expect((await fetch(`${edge.origin}/readyz`)).status).toBe(200);
    jest.spyOn(edge.store, 'get').mockRejectedValue(new Error('gone'));
    expect((await fetch(`${edge.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${edge.origin}/healthz`)).status).toBe(200);
  });
});

describe('码里的网址', () => {
  test('随来访的地址走；别人的地址不写进码里', async () => {
    const seen: string[] = [];
    const edge = await startEdge({
      calls: {
        'test.url': async (_raw, _caller, deps) => {
          seen.push(deps.publicUrl);
          return { ok: true, data: {} };
        },
      },
      publicUrlFor: (host) => (host?.startsWith('127.0.0.1:') ? `http://${host}` : 'http://localhost'),
    });
    await edge.call('test.url', {});
    expect(seen).toEqual([edge.origin]);
    await edge.close();
  });
});
