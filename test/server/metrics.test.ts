import type { AddressInfo } from 'node:net';
import { accessLog } from '../../cloudfunctions/_core/observe';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { serveMetrics } from '../../server/http/metrics-port';
import { createMetrics, type Metrics } from '../../server/metrics';
import { type Operating, readOperating } from '../../server/operating';
import { contract, FAILURE_CODES } from '../../shared/api';
import { cast, GUEST, LI, YQ_ONE } from '../journey/cast';
import { CODE_KEYS } from '../journey/world';
import { type Edge, startEdge } from './edge';

let edge: Edge;
let metrics: Metrics;
beforeEach(async () => {
  metrics = createMetrics({ isReady: async () => true, spaceLeft: async () => 5_000_000_000 });
  edge = await startEdge({
    deps: { codeKeys: CODE_KEYS, demo: false, observe: metrics },
    serving: { refusals: metrics },
  });
  for (const change of cast) await edge.store.commit([change]);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await edge.close();
});

const tokenOf = (personId: string): string => edge.sessions.issue(personId, 0);
const form = { orgName: '某某研究院', title: '研究员', need: '产线视觉检测误报率高' };
const checkIn = (nonce: string, code: string, personId = LI, more: object = {}) =>
  edge.call('visit.checkIn', { nonce, code, ...form, ...more }, tokenOf(personId));
const poster = posterToken(CODE_KEYS, YQ_ONE.slice(1));

/** Our own series, by name with labels. */
async function series(): Promise<ReadonlyMap<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('qianren_'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}
const figure = async (name: string): Promise<number | undefined> => (await series()).get(name);

describe('指标说的是真的', () => {
  test('接口按答复码计数，用时有分布，存储往返有数', async () => {
    expect((await checkIn('nonce-figure-1', poster)).status).toBe(200);
    expect((await checkIn('nonce-figure-1', poster)).status).toBe(200);
    expect((await checkIn('nonce-figure-2', 'A'.repeat(32))).status).toBe(422);
    expect((await edge.call('visit.checkIn', {}, tokenOf(LI))).status).toBe(400);
    expect((await edge.call('visit.get', { visitId: 'v' })).status).toBe(401);
    const all = await series();
    expect(all.get('qianren_calls_total{call="visit.checkIn",code="ok"}')).toBe(2);
    expect(all.get('qianren_calls_total{call="visit.checkIn",code="refused"}')).toBe(1);
    expect(all.get('qianren_calls_total{call="visit.checkIn",code="bad-input"}')).toBe(1);
    expect(all.get('qianren_calls_total{call="visit.get",code="not-signed-in"}')).toBe(1);
    expect(all.get('qianren_call_seconds_count{call="visit.checkIn"}')).toBe(4);
    expect(all.get('qianren_call_seconds_bucket{le="+Inf",call="visit.checkIn"}')).toBe(4);
    const trips = ['get', 'find', 'commit'].map((verb) => all.get(`qianren_store_seconds_count{verb="${verb}"}`) ?? 0);
    expect(trips.reduce((sum, one) => sum + one, 0)).toBe(all.get('qianren_call_trips_total{call="visit.checkIn"}'));
    // One for the visit; the refused attempt is written down too.
    expect(trips[2]).toBe(2);
  });

  test('别人先写的，再判断一次：按接口记一次争用，答复照常', async () => {
    jest.spyOn(edge.store, 'commit').mockResolvedValueOnce('conflict');
    expect((await checkIn('nonce-figure-1', poster)).status).toBe(200);
    expect(await figure('qianren_commit_conflicts_total{call="visit.checkIn"}')).toBe(1);
    expect(await figure('qianren_calls_total{call="visit.checkIn",code="ok"}')).toBe(1);
  });

  test('存储失败：记失败，也记 broken', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await figure('qianren_store_failures_total{verb="commit"}')).toBe(0);
    jest.spyOn(edge.store, 'commit').mockRejectedValueOnce(new Error('gone'));
    expect((await checkIn('nonce-figure-1', poster)).status).toBe(500);
    expect(await figure('qianren_store_failures_total{verb="commit"}')).toBe(1);
    expect(await figure('qianren_calls_total{call="visit.checkIn",code="broken"}')).toBe(1);
  });

  test('消息：写了几条，读了几条', async () => {
    const { body } = await checkIn('nonce-figure-1', poster);
    const visitId = body.ok ? body.data.visitId : '';
    const live = await edge.call('visit.liveCode', { visitId }, tokenOf(LI));
    const { body: read } = await edge.call(
      'visit.resolve',
      { code: live.body.ok && live.body.data.token },
      tokenOf(GUEST),
    );
    await checkIn('nonce-figure-2', String(read.ok && read.data.pass), GUEST, { orgName: '延庆甲智能装备有限公司' });
    await edge.call('visit.complete', { nonce: 'nonce-figure-3', visitId }, tokenOf(LI));
    const { docs } = await edge.store.find({ collection: 'notices' });
    expect(docs.length).toBeGreaterThan(0);
    expect(await figure('qianren_notices_written_total')).toBe(docs.length);
    const [mine] = docs as unknown as { id: string; personId: string }[];
    await edge.call('account.readNotices', { ids: [mine?.id] }, tokenOf(mine?.personId ?? ''));
    expect(await figure('qianren_notices_read_total')).toBe(1);
  });

  test('没有进到接口的也有数：坏的正文、没有的接口、不成立的会话', async () => {
    await edge.post('account.me', '{');
    await edge.call('nothing.here', {});
    await edge.call('account.me', {}, 'forged');
    const all = await series();
    expect(all.get('qianren_turned_away_total{code="bad-input"}')).toBe(1);
    expect(all.get('qianren_turned_away_total{code="not-found"}')).toBe(1);
    expect(all.get('qianren_sessions_refused_total')).toBe(1);
  });

  test('每夜的工作：上次成功的时刻、用时、差异；失败另计', async () => {
    metrics.nightly({ ok: true, at: 1_700_000_000_000, ms: 1500, differences: 2 });
    metrics.nightly({ ok: false });
    const all = await series();
    expect(all.get('qianren_nightly_last_success_timestamp_seconds')).toBe(1_700_000_000);
    expect(all.get('qianren_nightly_seconds')).toBe(1.5);
    expect(all.get('qianren_nightly_differences')).toBe(2);
    expect(all.get('qianren_nightly_failures_total')).toBe(1);
  });

  test('就绪、磁盘余量、版本、事件循环和内存', async () => {
    const all = await series();
    expect(all.get('qianren_ready')).toBe(1);
    expect(all.get('qianren_data_free_bytes')).toBe(5_000_000_000);
    expect([...all.keys()].filter((name) => name.startsWith('qianren_build_info'))).toHaveLength(1);
    const text = await metrics.text();
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'nodejs_heap_size_used_bytes'])
      expect(text).toContain(name);
  });

  test('问不到的写成 NaN，其余照常', async () => {
    const away = async (): Promise<never> => {
      throw new Error('no');
    };
    const text = await createMetrics({ isReady: away, spaceLeft: away }).text();
    expect(text).toMatch(/^qianren_ready Nan$/im);
    expect(text).toMatch(/^qianren_build_info/m);
  });
});

describe('序列的数目有上限', () => {
  test('标签只有接口名和答复码；请求里的任何东西都不成为标签', async () => {
    const junk = async (from: number): Promise<void> => {
      for (let i = from; i < from + 30; i += 1) {
        await edge.call(`junk.${i}`, {});
        await edge.call('account.me', {}, `junk-${i}`);
        await edge.post('visit.get', `{"junk${i}`, { 'x-request-id': `junk-junk-${i}` });
        await edge.call('visit.get', { visitId: `junk${i}` }, tokenOf(LI));
        await fetch(`${edge.origin}/junk${i}?k=junk${i}`);
      }
    };
    await junk(0);
    const once = [...(await series()).keys()].sort();
    await junk(30);
    expect([...(await series()).keys()].sort()).toEqual(once);
    expect(once.join()).not.toContain('junk');
  });

  test('一切都发生过，也只有这么多', async () => {
    const names = Object.keys(contract) as (keyof typeof contract)[];
    for (const call of names)
      for (const code of ['ok', ...FAILURE_CODES] as const) {
        metrics.call({ call, code, ms: 1, trips: 1, conflicts: 0, requestId: `${call}-${code}` });
        metrics.trip({ by: call, verb: 'commit', outcome: 'conflict', ms: 1 });
      }
    // Counts by code, one histogram, trips and conflicts for each call, and what there is only once.
    expect((await series()).size).toBeLessThan(names.length * (1 + FAILURE_CODES.length + 18) + 120);
  });
});

describe('谁能读', () => {
  const open = async (asked: Partial<NonNullable<Operating['metrics']>> = {}) => {
    const server = await serveMetrics(metrics, { port: 0, host: '127.0.0.1', token: undefined, ...asked });
    const { port } = server.address() as AddressInfo;
    const read = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    };
    const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()).closeAllConnections());
    return { read, close };
  };

  test('接口的端口上没有', async () => {
    expect((await fetch(`${edge.origin}/metrics`)).status).toBe(404);
  });

  test('自己的端口：Prometheus 的文本格式，别的地址没有', async () => {
    const { read, close } = await open();
    const { status, type, text } = await read('/metrics');
    expect([status, type]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')]);
    const sample = /^[a-z_][a-z_\d]*(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})? -?(?:[\d.e+-]+|Nan|[+-]Inf)$/i;
    for (const line of text.split('\n')) expect(line).toMatch(line === '' || line.startsWith('#') ? /^/ : sample);
    for (const path of ['/', '/metrics/', '/metrics?x', '/api/account.me']) expect((await read(path)).status).toBe(404);
    expect((await read('/metrics', {}, 'POST')).status).toBe(404);
    await close();
  });

  test('有 METRICS_TOKEN：只认它', async () => {
    const token = 'a token for the monitoring';
    const { read, close } = await open({ token });
    expect((await read('/metrics', { authorization: `Bearer ${token}` })).status).toBe(200);
    for (const authorization of ['', token, `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `bearer ${token}`])
      expect(await read('/metrics', { authorization })).toMatchObject({ status: 401, text: '' });
    expect((await read('/metrics')).status).toBe(401);
    await close();
  });

  test.each<[string, Record<string, string>, Operating['metrics'] | RegExp]>([
    ['不设端口就没有', {}, undefined],
    ['只在本机', { METRICS_PORT: '9464' }, { port: 9464, host: '127.0.0.1', token: undefined }],
    ['别的地址要有凭证', { METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }, /METRICS_TOKEN/],
    ['凭证太短', { METRICS_PORT: '9464', METRICS_TOKEN: 'short' }, /METRICS_TOKEN/],
    ['不是端口', { METRICS_PORT: '94640' }, /METRICS_PORT/],
    [
      '有凭证，哪里都行',
      { METRICS_PORT: '1', METRICS_HOST: '10.0.0.1', METRICS_TOKEN: 'x'.repeat(16) },
      { port: 1, host: '10.0.0.1', token: 'x'.repeat(16) },
    ],
  ])('%s', (_title, variables, expected) => {
    if (expected instanceof RegExp) expect(() => readOperating(variables, false)).toThrow(expected);
    else expect(readOperating(variables, false).metrics).toEqual(expected);
  });
});

describe('LOG_LEVEL 和 DRAIN_MS', () => {
  test('演示在终端里只写要紧的，欢迎词看得见；别处每个请求一行', () => {
    expect(readOperating({}, true)).toEqual({ logLevel: 'warn', metrics: undefined, drainMs: 0 });
    expect(readOperating({}, false).logLevel).toBe('info');
    expect(readOperating({ LOG_LEVEL: 'debug', DRAIN_MS: '5000' }, true)).toMatchObject({
      logLevel: 'debug',
      drainMs: 5000,
    });
  });

  test.each([{ LOG_LEVEL: 'loud' }, { DRAIN_MS: '-1' }, { DRAIN_MS: '5s' }, { DRAIN_MS: '600001' }])(
    '写错了不启动，说出是哪一个：%p',
    (variables) => {
      expect(() => readOperating(variables, false)).toThrow(Object.keys(variables)[0]);
    },
  );
});

describe('请求编号', () => {
  const seen: string[] = [];
  beforeEach(async () => {
    seen.length = 0;
    await edge.close();
    edge = await startEdge({ deps: { observe: { ...accessLog, call: ({ requestId }) => seen.push(requestId) } } });
  });
  const idOf = async (given?: string): Promise<string | null> =>
    (await edge.post('account.people', '{}', given === undefined ? {} : { 'x-request-id': given })).headers.get(
      'x-request-id',
    );

  test('手机带来的原样用到底：记录和答复里是同一个', async () => {
    expect(await idOf('0123456789ab')).toBe('0123456789ab');
    expect(seen).toEqual(['0123456789ab']);
  });

  test.each(['', 'short', 'x'.repeat(65), 'with space', '"quoted"', '<script>12', '../../etc/passwd', '1234567;x'])(
    '不成样子的不用，另给一个：%p',
    async (given) => {
      const id = await idOf(given);
      expect(id).toMatch(/^[\w-]{12}$/);
      expect(id).not.toBe(given);
      expect(seen).toEqual([id]);
    },
  );

  test('出错时答复里带着它，日志里找得到', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.spyOn(edge.store, 'get').mockRejectedValue(new Error('gone'));
    const { body } = await edge.post('account.people', '{}', { 'x-request-id': 'feedfeedfeed' });
    expect(body).toMatchObject({ code: 'broken', requestId: 'feedfeedfeed' });
    expect(JSON.parse(logged.mock.calls[0]?.[0])).toMatchObject({
      level: 'error',
      event: 'call-broken',
      call: 'account.people',
      requestId: 'feedfeedfeed',
    });
  });

  test('没有接口答的也有编号：网页、坏的正文、没有的地址', async () => {
    for (const path of ['/nothing.here', '/healthz', '/api/none'])
      expect((await fetch(edge.origin + path)).headers.get('x-request-id')).toMatch(/^[\w-]{12}$/);
    expect((await edge.post('account.me', '{')).headers.get('x-request-id')).toMatch(/^[\w-]{12}$/);
  });
});
