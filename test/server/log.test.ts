import type { Deps } from '../../cloudfunctions/_core/context';
import type { VisitDoc } from '../../cloudfunctions/_core/documents';
import { flaw, isLevel, type Level, log, logFrom, logs } from '../../cloudfunctions/_core/log';
import { accessLog, type Observe } from '../../cloudfunctions/_core/observe';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { createMetrics, type Metrics } from '../../server/metrics';
import { cast, ENTERPRISE_NAMES, GUEST, LI, YQ_ONE } from '../journey/cast';
import { CODE_KEYS } from '../journey/world';
import { type Edge, startEdge } from './edge';

/** Everything that is written while a test runs, whichever way. */
function listen() {
  const lines: string[] = [];
  const keep = (...said: readonly unknown[]): void => {
    lines.push(String(said[0]));
  };
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    jest.spyOn(console, name).mockImplementation(keep);
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((line: unknown) => {
      keep(line);
      return true;
    });
  return lines;
}

afterEach(() => {
  jest.restoreAllMocks();
  logFrom('info');
});

describe('日志', () => {
  test('一件事一行 JSON：时间、级别、事件；换行不会断成两行', () => {
    const lines = listen();
    log('info', 'call', { call: 'visit.checkIn', code: 'ok', ms: 3, notes: ['a\nb'], none: undefined });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    expect(JSON.parse(lines[0] as string)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      level: 'info',
      event: 'call',
      call: 'visit.checkIn',
      code: 'ok',
      ms: 3,
      notes: ['a\nb'],
    });
  });

  test.each<[Level, readonly string[]]>([
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
    ['debug', ['error', 'warn', 'info', 'debug']],
  ])('LOG_LEVEL=%s', (lowest, written) => {
    const lines = listen();
    logFrom(lowest);
    for (const level of ['error', 'warn', 'info', 'debug'] as const) log(level, level);
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(written);
    expect(written.every((level) => isLevel(level) && logs(level))).toBe(true);
  });

  test('出了问题的写到 stderr，其余写到 stdout', () => {
    listen();
    for (const level of ['error', 'warn', 'info', 'debug'] as const) log(level, level);
    const levelsOf = (spied: unknown) => (spied as jest.Mock).mock.calls.map(([line]) => JSON.parse(line).level);
    expect([levelsOf(console.error), levelsOf(console.log)]).toEqual([['error', 'warn'], ['info']]);
  });
});

describe('错误里引的内容不进日志', () => {
  // what an engine says, what remains of it
  test.each<[string, string]>([
    ['UNIQUE constraint failed', 'UNIQUE constraint failed'],
    ['environment variable CODE_KEYS is missing', 'environment variable CODE_KEYS is missing'],
    ["Cannot read properties of undefined (reading 'canary')", 'Cannot read properties of undefined …'],
    ['invalid input syntax for type json: "Canary"', 'invalid input syntax for type json …'],
    ['Unexpected token c, "{"name":"Canary","a" is not valid JSON', 'Unexpected token c, …'],
    ["it isn't there: Canary and it's gone", 'it isn …'],
    ['no visit caNaRy1234', 'no visit …'],
    ['Key (id)=(visits canary-1) already exists', 'Key …'],
    ['没有 黄雀 这个人', '… … …'],
    ['value too long\ncanary', 'value too long …'],
  ])('%s', (message, said) => {
    const fields = flaw(new TypeError(message));
    expect(fields.said).toBe(said);
    expect(JSON.stringify(fields)).not.toMatch(/canary|黄雀/i);
  });

  test('留下种类、代号、出处和起因的种类；消息装成出处也不行', () => {
    const cause = Object.assign(new Error('Canary'), { code: '53100' });
    const error = Object.assign(new RangeError('it broke\n    at canary (canary.js:1:1)'), {
      code: 'SQLITE_FULL',
      cause,
    });
    expect(flaw(error)).toMatchObject({ error: 'RangeError', code: 'SQLITE_FULL', cause: 'Error 53100' });
    expect(flaw(error).at).toEqual(expect.arrayContaining([expect.stringContaining('log.test.ts')]));
    expect(JSON.stringify(flaw(error))).not.toMatch(/canary/i);
    expect(flaw('Canary')).toEqual({ error: 'not an error' });
  });
});

/** What nobody may find in a log: planted in every field that a person fills, and in what travels with a request. */
const PLANTED = {
  orgName: '黄雀甲精密研究院',
  title: '黄雀乙工程师',
  need: '黄雀丙产线',
  visitor: '黄雀丁',
  factory: '黄雀戊仪器厂',
  theme: '黄雀己方案',
  benefit: '黄雀庚收益',
  token: 'canary-token-0123456789abcdef',
  call: 'canary.call',
  code: 'CANARYCODE0123456789abcdefghijkl',
  key: 'canaryField',
  invitation: 'canaryInvitation0123',
  path: 'canaryPath',
} as const;

describe('走一遍主线，LOG_LEVEL=debug', () => {
  let edge: Edge;
  let metrics: Metrics;
  let lines: string[];
  const secrets: string[] = Object.values(PLANTED);

  const tokenOf = (personId: string): string => {
    const token = edge.sessions.issue(personId, 0);
    secrets.push(token);
    return token;
  };
  const ok = async (name: string, input: object, personId: string): Promise<Record<string, unknown>> => {
    const { body } = await edge.call(name, input, tokenOf(personId));
    if (!body.ok) throw new Error(`${name} ${JSON.stringify(body)}`);
    for (const field of ['token', 'pass', 'url']) if (field in body.data) secrets.push(String(body.data[field]));
    return body.data;
  };
  const form = { orgName: PLANTED.orgName, title: PLANTED.title, need: PLANTED.need };

  beforeEach(async () => {
    lines = listen();
    logFrom('debug');
    metrics = createMetrics({ isReady: async () => true });
    const observe: Observe = {
      call: (seen) => {
        accessLog.call(seen);
        metrics.call(seen);
      },
      trip: metrics.trip,
    };
    const deps: Partial<Deps> = { codeKeys: CODE_KEYS, demo: false, observe };
    edge = await startEdge({ deps, serving: { refusals: metrics } });
    for (const change of cast) await edge.store.commit([change]);
  });
  afterEach(() => edge.close());

  test('日志和指标里没有姓名、单位、内容、码、凭证、网址，也没有人的编号', async () => {
    const code = posterToken(CODE_KEYS, YQ_ONE.slice(1));
    secrets.push(code, LI, GUEST, YQ_ONE);
    const { visitId } = await ok('visit.checkIn', { nonce: 'nonce-canary-1', code, ...form }, LI);
    const live = await ok('visit.liveCode', { visitId }, LI);
    const { pass } = await ok('visit.resolve', { code: live.token }, GUEST);
    const visitor = { ...form, orgName: ENTERPRISE_NAMES[YQ_ONE], name: PLANTED.visitor };
    await ok('visit.checkIn', { nonce: 'nonce-canary-2', code: pass, ...visitor }, GUEST);
    await ok('visit.complete', { nonce: 'nonce-canary-3', visitId }, LI);
    const [visit] = await edge.store.get<VisitDoc>([{ collection: 'visits', id: String(visitId) }]);
    secrets.push(String(visitId), ...(visit?.checkIns ?? []).map((one) => one.id));

    // What is refused, what is malformed, and what is not there.
    await edge.call('visit.checkIn', { nonce: 'nonce-canary-4', code: PLANTED.code, ...form }, tokenOf(LI));
    await edge.call(
      'visit.checkIn',
      { nonce: PLANTED.key, code, ...form, [PLANTED.key]: PLANTED.factory },
      tokenOf(LI),
    );
    await edge.call('account.redeem', { invitation: PLANTED.invitation }, tokenOf(GUEST));
    await edge.call('account.me', {}, PLANTED.token);
    await edge.call(PLANTED.call, { theme: PLANTED.theme });
    await edge.post('visit.get', `{"visitId":"${PLANTED.benefit}`);
    await edge.post('visit.get', JSON.stringify({ visitId: PLANTED.benefit.repeat(20_000) }));
    await edge.post('account.me', '{}', { 'x-request-id': `${PLANTED.token} ${PLANTED.path}` });
    for (const path of [`/v?k=${PLANTED.code}`, `/${PLANTED.path}`, `/api/${PLANTED.path}`, `/%ff${PLANTED.path}`])
      await fetch(edge.origin + path);

    // An engine that quotes everything that it was given.
    jest.spyOn(edge.store, 'commit').mockImplementationOnce(async (changes) => {
      throw Object.assign(new Error(`duplicate key, failing row contains (${JSON.stringify(changes)})`), {
        code: '23505',
        detail: PLANTED.visitor,
      });
    });
    const again = { nonce: 'nonce-canary-5', code: posterToken(CODE_KEYS, YQ_ONE.slice(1)), ...form };
    const broken = await edge.call('visit.checkIn', { ...again, side: 'specialist' }, tokenOf('P-nobody-yet'));
    jest.spyOn(edge.store, 'get').mockImplementationOnce(async (keys) => {
      throw new Error(`no document ${keys.map(({ id }) => id).join()} of ${PLANTED.visitor}`);
    });
    const gone = await edge.call('account.me', {}, tokenOf(LI));
    expect(gone.body).toMatchObject({ code: 'broken', requestId: expect.any(String) });

    const figures = await metrics.text();
    expect(lines.filter((line) => JSON.parse(line).event === 'call').length).toBeGreaterThan(10);
    expect(lines.filter((line) => line.includes(`"${(gone.body as { requestId: string }).requestId}"`))).toHaveLength(
      2,
    );
    expect(broken.body.ok).toBe(false);
    expect(figures).toContain('qianren_calls_total{call="visit.checkIn",code="ok"} 2');
    const stored = await Promise.all(
      (['persons', 'enterprises', 'visits', 'attempts', 'notices', 'stations'] as const).map((collection) =>
        edge.store.find({ collection, limit: 1000 }),
      ),
    );
    const words = JSON.stringify(stored).match(/[\p{Script=Han}]{2,}/gu) ?? [];
    expect(words.length).toBeGreaterThan(50);
    const everything = `${lines.join('\n')}\n${figures}`;
    expect(everything).not.toMatch(/\p{Script=Han}/u);
    for (const secret of [...secrets, ...words]) expect([secret, everything.includes(secret)]).toEqual([secret, false]);
  });
});
