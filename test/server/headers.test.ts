import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edge, startEdge } from './edge';
import { raw } from './raw';

let folder: string;
let edge: Edge;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headers-'));
  mkdirSync(join(folder, 'js'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>千人进千企</title>');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'js', 'app.0123abcd.js'), '1');
  edge = await startEdge({ pages: folder });
});
afterAll(async () => {
  await edge.close();
  rmSync(folder, { recursive: true });
});

type Policy = Readonly<Record<string, string>>;
const policyOf = (headers: Headers): Policy =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
const headersOf = async (path: string, init?: RequestInit): Promise<Headers> =>
  (await fetch(edge.origin + path, init)).headers;

const PAGES = ['/', '/index.html', '/v?k=ABC', '/station/board/index'];
const OTHERS = [
  '/js/app.0123abcd.js',
  '/icon.svg',
  '/favicon.ico',
  '/js/none.js',
  '/api/openapi.json',
  '/api/none',
  '/healthz',
  '/readyz',
  '/%',
];

describe('内容策略', () => {
  test.each(PAGES)('页面 %s：只有自己的文件，没有内联，别人放不进框里', async (path) => {
    const headers = await headersOf(path);
    expect(policyOf(headers)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
    });
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|http|'strict-dynamic'/);
  });

  test.each(OTHERS)('不是页面的 %s：什么也不许', async (path) => {
    expect(policyOf(await headersOf(path))).toEqual({
      'default-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });
});

describe('每个答复', () => {
  test.each([...PAGES, ...OTHERS])('%s', async (path) => {
    expect(Object.fromEntries(await headersOf(path))).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=(self)'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
  });

  test('不说自己是什么做的', async () => {
    const headers = await headersOf('/');
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
  });

  test.each([
    ['办成', 'account.people', '{}', 200],
    ['没有登录', 'account.me', '{}', 401],
    ['没有这个接口', 'account.none', '{}', 404],
    ['不是 JSON', 'account.me', '{', 400],
  ])('接口%s：不许留在任何缓存里', async (_title, name, body, status) => {
    const answer = await edge.post(name, body);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
    expect(answer.headers.get('content-type')).toMatch('application/json');
    expect(policyOf(answer.headers)['default-src']).toBe("'none'");
  });

  test('请求不成样子，头也在', async () => {
    const reply = await raw(edge.port, 'GET /%zz HTTP/1.1\r\nHost: edge.test\r\nConnection: close\r\n\r\n');
    expect(reply.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  });

  test('没有别的网站可以读接口', async () => {
    const headers = await headersOf('/api/account.me', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.test', 'access-control-request-method': 'POST' },
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('https', () => {
  test('只走 https 的网址，要浏览器一直走 https；其余不要', async () => {
    const secure = await startEdge({ deps: { publicUrl: 'https://example.test' } });
    const { headers } = await fetch(`${secure.origin}/healthz`);
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}/);
    await secure.close();
    expect((await headersOf('/healthz')).get('strict-transport-security')).toBeNull();
  });
});
