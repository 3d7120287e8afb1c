import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../server/cannot-start';
import { seedDemo } from '../../server/demo/seed';
import { keepDemoPrivate } from '../../server/demo-guard';
import { readEnvironment } from '../../server/environment';
import { prepareStore } from '../../server/first-start';
import { openSeeded, openStore } from '../../server/open';
import { type Edge, NOW, type Serving, startEdge } from './edge';

const start = (variables: Record<string, string>) => () => keepDemoPrivate(readEnvironment(variables));

describe('演示不能放到公网上', () => {
  test.each([
    [{}],
    [{ PUBLIC_URL: 'http://192.168.1.5:8080' }],
    [{ PUBLIC_URL: 'http://notebook.local:8080' }],
    [{ PUBLIC_URL: 'https://localhost' }],
    [{ HOST: '192.168.1.5' }],
    [{ HOST: '::' }],
    [{ PUBLIC_URL: 'https://demo.example.org', DEMO_PUBLIC: '1' }],
  ] as Record<string, string>[][])('%j：可以启动', (variables) => {
    expect(start(variables as Record<string, string>)).not.toThrow();
  });

  test.each([
    [{ PUBLIC_URL: 'https://demo.example.org' }],
    [{ PUBLIC_URL: 'http://203.0.113.7:8080' }],
    [{ PUBLIC_URL: 'http://[2001:db8::1]' }],
    [{ HOST: '203.0.113.7' }],
    [{ HOST: '2001:db8::1' }],
    [{ PUBLIC_URL: 'https://demo.example.org', DEMO_PUBLIC: '0' }],
    [{ PUBLIC_URL: 'https://demo.example.org', DEMO_PUBLIC: 'yes' }],
  ] as Record<string, string>[][])('%j：不启动，说出怎样才行', (variables) => {
    expect(start(variables as Record<string, string>)).toThrow(CannotStart);
    expect(start(variables as Record<string, string>)).toThrow('DEMO_PUBLIC=1');
  });

  test('正式运行本来就在公网上', () => {
    const secret = 's'.repeat(32);
    const real = { DEMO: '0', SESSION_SECRET: secret, CODE_KEYS: `0:${secret}`, PUBLIC_URL: 'https://example.org' };
    expect(start(real)).not.toThrow();
  });
});

describe('从公网来的请求', () => {
  let edge: Edge;
  afterEach(() => edge.close());
  const open = async (serving: Serving = {}, demo = true): Promise<void> => {
    edge = await startEdge({ serving, deps: { demo } });
  };
  const people = (headers: Record<string, string>) => edge.post('account.people', '{}', headers);

  test.each([
    ['x-forwarded-for', '203.0.113.7'],
    ['x-forwarded-for', '192.168.1.9, 203.0.113.7, 10.0.0.1'],
    ['x-forwarded-for', '2001:db8::1'],
    ['forwarded', 'for=192.168.1.9;proto=https, for="[2001:db8::1]:4711"'],
    ['forwarded', 'For="203.0.113.7:8080"'],
    ['x-real-ip', '203.0.113.7'],
    ['cf-connecting-ip', '203.0.113.7'],
  ])('%s: %s：不答，什么也没有', async (name, value) => {
    await open();
    expect(await people({ [name]: value })).toMatchObject({ status: 403, body: { ok: false, code: 'not-allowed' } });
    const page = await fetch(`${edge.origin}/`, { headers: { [name]: value } });
    expect(page.status).toBe(403);
  });

  test.each([
    ['x-forwarded-for', '192.168.1.9'],
    ['forwarded', 'for=192.168.1.9;proto=http;host=notebook.local:8080'],
    ['x-forwarded-for', 'unknown'],
  ])('%s: %s：是同一网络里的，照答', async (name, value) => {
    await open();
    expect((await people({ [name]: value })).status).toBe(200);
  });

  test('说了可以公开的演示，照答', async () => {
    await open({ demoPublic: true });
    expect((await people({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(200);
  });

  test('正式运行不管从哪里来', async () => {
    await open({}, false);
    expect((await edge.post('account.me', '{}', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(401);
  });
});

describe('演示和真实的数据', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guard-'));
  });
  let edge: Edge | undefined;
  afterEach(async () => {
    await edge?.close();
    edge = undefined;
    rmSync(folder, { recursive: true });
  });
  /** As a process that was killed leaves it: no process has this number. */
  const brokenOff = () => writeFileSync(join(folder, 'seeding'), String(2 ** 30));
  const seedNothing = async () => undefined;

  test('有真实数据的目录不能用演示方式打开', async () => {
    const store = await openStore(folder);
    await prepareStore(store, false, NOW);
    await expect(prepareStore(store, true, NOW)).rejects.toThrow(CannotStart);
    await store.close();
  });

  test('演示数据载入一半的目录，不能当成空的用来正式运行', async () => {
    const half = await openStore(folder);
    await half.close();
    brokenOff();
    await expect(openStore(folder)).rejects.toThrow(CannotStart);
  });

  test('真实的数据旁边有载入一半的记号：不启动，什么也不删', async () => {
    const store = await openStore(folder);
    await prepareStore(store, false, NOW);
    await store.close();
    brokenOff();
    await expect(openSeeded(folder, seedNothing)).rejects.toThrow('正式的数据');
    rmSync(join(folder, 'seeding'));
    const again = await openStore(folder);
    expect(await again.get([{ collection: 'settings', id: 'settings' }])).toMatchObject([{ demo: false }]);
    await again.close();
  });

  test('有别的数据而没有设置（导入了一半）：不把演示数据混进去', async () => {
    edge = await startEdge();
    await edge.person('P1');
    await expect(seedDemo(edge.store, NOW, () => undefined)).rejects.toThrow(CannotStart);
    expect((await edge.store.find({ collection: 'settings' })).docs).toEqual([]);
  });

  test('进程以为是演示，而数据说是真实的：扮演、演示人员、来宾都不存在', async () => {
    edge = await startEdge();
    await edge.person('P1');
    expect((await edge.call('account.actAs', { personId: 'P1' })).status).toBe(200);
    await prepareStore(edge.store, false, NOW);
    for (const [name, input] of [
      ['account.actAs', { personId: 'P1' }],
      ['account.people', {}],
      ['account.guest', {}],
    ] as const)
      expect(await edge.call(name, input)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
