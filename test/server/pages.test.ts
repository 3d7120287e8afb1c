import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Edge, startEdge } from './edge';
import { get, raw, statusOf } from './raw';

const PAGE = '<!doctype html><title>千人进千企</title>';
const SCRIPT = 'console.log("app")';
let folder: string;
let edge: Edge;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const h5 = join(folder, 'h5');
  await mkdir(join(h5, 'js'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'SECRET');
  writeFileSync(join(h5, '.hidden'), 'SECRET');
  writeFileSync(join(h5, 'index.html'), PAGE);
  writeFileSync(join(h5, 'js', 'app.0123abcd.js'), SCRIPT);
  writeFileSync(join(h5, 'js', 'app.0123abcd.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(h5, 'js', 'app.0123abcd.js.gz'), gzipSync(SCRIPT));
  edge = await startEdge({ pages: h5 });
});
afterAll(async () => {
  await edge.close();
  rmSync(folder, { recursive: true });
});

describe('页面', () => {
  test.each(['/', '/v?k=ABC', '/pages/visits/index?id=1', '/station/board/index', '/index.html'])(
    '%s 给出页面，不留旧的',
    async (path) => {
      const answer = await fetch(edge.origin + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe(PAGE);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-type')).toMatch('text/html');
    },
  );

  test.each([
    '/js/none.js',
    '/js/',
    '/js',
    '/favicon.png',
    '/pages/x.map',
    '/api',
    '/api/',
    '/healthz/x',
    '/.hidden',
    '/js/app.0123abcd.js.br',
  ])('%s 不存在就是 404，不拿页面充数', async (path) => {
    const answer = await fetch(edge.origin + path);
    expect([answer.status, await answer.json()]).toMatchObject([404, { ok: false, code: 'not-found' }]);
  });

  test('页面只能读', async () => {
    expect((await fetch(edge.origin, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(edge.origin, { method: 'POST' })).status).toBe(404);
    expect((await fetch(edge.origin, { method: 'DELETE' })).status).toBe(404);
  });

  test('带指纹的文件一直留着', async () => {
    const answer = await fetch(`${edge.origin}/js/app.0123abcd.js`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toMatch('javascript');
  });

  test.each(['br', 'gzip', 'identity'])('浏览器要 %s', async (encoding) => {
    const answer = await fetch(`${edge.origin}/js/app.0123abcd.js`, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(answer.headers.get('content-type')).toMatch('javascript');
    expect(await answer.text()).toBe(SCRIPT);
  });
});

describe('走不出这个文件夹', () => {
  test.each([
    '/../secret.txt',
    '/js/../../secret.txt',
    '/..%2fsecret.txt',
    '/..%2Fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/js/%00',
    '/secret.txt%00.html',
    '//secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
    '/%zz',
    '/.hidden',
    '/%2ehidden',
    `/${'a/'.repeat(3000)}`,
    'http://elsewhere.test/../secret.txt',
  ])('%s', async (path) => {
    const reply = await get(edge.port, path);
    expect(reply).not.toContain('SECRET');
    expect([200, 400, 403, 404, 414]).toContain(statusOf(reply));
    if (statusOf(reply) === 200) expect(reply).toContain(PAGE);
  });

  test('请求头太大', async () => {
    const reply = await raw(edge.port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(statusOf(reply)).toBe(431);
  });
});
