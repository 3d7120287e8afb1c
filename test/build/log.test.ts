import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personIdFrom } from '../../cloudfunctions/_core/ids';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { cast, commissionerNamed, YQ_ONE } from '../journey/cast';
import { openWxStore } from '../wire/open';
import { BUILT, SETTINGS, useCloud } from './instance';

const COMMISSIONER = 'oCommissioner-0123456789abcd';

const linesOf = (log: string): Record<string, unknown>[] =>
  log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

describe('云函数的日志', () => {
  const { wire, start } = useCloud();

  test('每次调用一行：手机带来的编号，真的请求数，没有个人信息', async () => {
    const store = openWxStore(wire());
    for (const change of [...cast, commissionerNamed(personIdFrom('wx', COMMISSIONER), '周特派')])
      expect(await store.commit([change])).toBe('done');
    const visit = await start('visit', { ...SETTINGS, LOG_LEVEL: 'debug' });
    const code = posterToken([{ no: 0, secret: 'k'.repeat(32) }], YQ_ONE.slice(1));
    const input = { nonce: 'nonce-logged', code, orgName: '黄雀研究院', title: '黄雀研究员', need: '黄雀诊断' };
    const before = wire().requests.length;
    const event = { call: 'visit.checkIn', input, requestId: '0123456789ab' };
    expect(await visit.send(event, COMMISSIONER)).toMatchObject({ ok: true });
    const asked = wire().requests.length - before;
    await visit.send({ call: 'visit.checkIn', input: { [code]: code }, requestId: `${code} ${code}` }, COMMISSIONER);
    const lines = linesOf(visit.log());
    expect(lines).toMatchObject([
      { level: 'info', event: 'call', call: 'visit.checkIn', code: 'ok', requestId: '0123456789ab', trips: asked },
      { level: 'info', event: 'call', call: 'visit.checkIn', code: 'bad-input', trips: 0 },
    ]);
    expect(lines[1]?.requestId).toMatch(/^[\w-]{12}$/);
    for (const secret of ['黄雀', '特派', code, COMMISSIONER, personIdFrom('wx', COMMISSIONER), YQ_ONE])
      expect(visit.log()).not.toContain(secret);
  });

  test('办不了时：用户看到的编号在日志里', async () => {
    const { PUBLIC_URL: _, ...rest } = SETTINGS;
    const account = await start('account', rest);
    const reply = await account.send({ call: 'account.me', input: {}, requestId: 'feedfeedfeed' }, COMMISSIONER);
    expect(reply).toMatchObject({ code: 'broken', requestId: 'feedfeedfeed' });
    expect(linesOf(account.log())).toMatchObject([
      { level: 'error', event: 'call-broken', call: 'account.me', requestId: 'feedfeedfeed' },
    ]);
  });

  test('LOG_LEVEL=error：平时什么也不写', async () => {
    const account = await start('account', { ...SETTINGS, LOG_LEVEL: 'error' });
    await account.call('account.me', {}, COMMISSIONER);
    expect(linesOf(account.log())).toEqual([]);
  });

  test('指标的库只在服务器里', () => {
    for (const name of readdirSync(BUILT, { withFileTypes: true }).filter((one) => one.isDirectory()))
      expect(readFileSync(join(BUILT, name.name, 'index.js'), 'utf8')).not.toMatch(/prom-client|collectDefaultMetrics/);
  });
});
