import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { CENTER, YQ_ONE } from '../journey/cast';
import { HOSTILE_TEXTS } from './hostile';
import { PATIENCE, tried } from './runs';
import { PAGE, SECRET, type Served, serveScene, statuses } from './served';

let served: Served;
let token: string;
beforeAll(async () => {
  served = await serveScene();
  token = served.edge.sessions.issue(CENTER, 0);
});
afterEach(async () => {
  // Whatever came, the next one is served.
  expect((await fetch(`${served.edge.origin}/readyz`)).status).toBe(200);
});
afterAll(() => served.close());

const request = (head: readonly string[], body: string | Buffer = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`${['POST /api/account.me HTTP/1.1', 'Host: x', 'Connection: close', ...head].join('\r\n')}\r\n\r\n`),
    Buffer.from(body),
  ]);
const JSON_TYPE = 'Content-Type: application/json';
const length = (bytes: number | string): string => `Content-Length: ${bytes}`;
const zeros = Buffer.alloc(20_000_000);

/** Neither an answer of ours nor a fault: 4xx in our own form, in Node's, or the connection closed. */
const expectTurnedAway = (reply: string): void => {
  expect(statuses(reply).filter((status) => status < 400 || status >= 500)).toEqual([]);
};

test('成样子的请求照办，这样下面的回绝才说明问题', async () => {
  expect(statuses(await served.send(request([JSON_TYPE, length(2), `Authorization: Bearer ${token}`], '{}')))).toEqual([
    200,
  ]);
  const chunked = [JSON_TYPE, 'Transfer-Encoding: chunked', `Authorization: Bearer ${token}`];
  expect(statuses(await served.send(request(chunked, '2\r\n{}\r\n0\r\n\r\n')))).toEqual([200]);
});

describe('不成样子的请求：回绝，服务照常', () => {
  test.each<[string, readonly string[], string | Buffer]>([
    ['gzip 炸弹', [JSON_TYPE, 'Content-Encoding: gzip', length(gzipSync(zeros).length)], gzipSync(zeros)],
    [
      'brotli 炸弹',
      [JSON_TYPE, 'Content-Encoding: br', length(brotliCompressSync(zeros).length)],
      brotliCompressSync(zeros),
    ],
    ['deflate', [JSON_TYPE, 'Content-Encoding: deflate', length(deflateSync('{}').length)], deflateSync('{}')],
    ['套两层压缩', [JSON_TYPE, 'Content-Encoding: gzip, gzip', length(2)], '{}'],
    ['两个长度', [JSON_TYPE, length(2), length(3)], '{}'],
    ['长度是一串', [JSON_TYPE, length('2, 2')], '{}'],
    ['长度是负的', [JSON_TYPE, length('-2')], '{}'],
    ['长度带加号', [JSON_TYPE, length('+2')], '{}'],
    ['长度是十六进制', [JSON_TYPE, length('0x2')], '{}'],
    ['长度是天文数字', [JSON_TYPE, length('99999999999999999999')], '{}'],
    ['又有长度又分块', [JSON_TYPE, length(2), 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['分两次块', [JSON_TYPE, 'Transfer-Encoding: chunked, chunked'], '2\r\n{}\r\n0\r\n\r\n'],
    ['分块前有空格', [JSON_TYPE, 'Transfer-Encoding : chunked'], '2\r\n{}\r\n0\r\n\r\n'],
    ['别的传输方式', [JSON_TYPE, 'Transfer-Encoding: gzip, identity'], '{}'],
    ['块长不是数', [JSON_TYPE, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n'],
    ['块长溢出', [JSON_TYPE, 'Transfer-Encoding: chunked'], 'fffffffffffffffff\r\n{}'],
    ['块长是负的', [JSON_TYPE, 'Transfer-Encoding: chunked'], '-1\r\n{}\r\n0\r\n\r\n'],
    ['头里有 NUL', [JSON_TYPE, 'X-A: a\0b', length(2)], '{}'],
    ['折行的头', [JSON_TYPE, 'X-A: a\r\n b: c', length(2)], '{}'],
    ['没有名字的头', [JSON_TYPE, ': a', length(2)], '{}'],
    ['两千个头', [JSON_TYPE, ...Array.from({ length: 2000 }, (_, i) => `X-${i}: ${i}`), length(2)], '{}'],
    ['两个 Host', [JSON_TYPE, 'Host: y', length(2)], '{}'],
    ['只有一半的头', [JSON_TYPE, 'X-Half'], ''],
  ])('%s', async (_title, head, body) => {
    expectTurnedAway(await served.send(request(head, body)));
  });

  test.each([
    'application/json; charset=utf-16',
    'application/json; charset=gbk',
    'application/json; charset="',
    'application/json; boundary=x; charset=utf-7',
    'application/json, text/plain',
    'application/jsonp',
    'text/json',
    'application/json\u0000',
    'APPLICATION/JSON',
    `application/json; ${'a'.repeat(5000)}=1`,
    'application/vnd.api+json',
  ])('内容类型 %j：要么按 UTF-8 的 JSON 读，要么回绝，不会按别的读', async (type) => {
    const body = Buffer.from('{"a":"\\u0024ne"}', 'utf16le');
    expectTurnedAway(await served.send(request([`Content-Type: ${type}`, length(body.length)], body)));
    const ours = statuses(await served.send(request([`Content-Type: ${type}`, length(2)], '{}')));
    expect([[], [400], [401]]).toContainEqual(ours);
  });

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'PROPFIND', 'CONNECT', 'get', 'POST\tX', 'QQQ'])(
    '方法 %j 办不成事',
    async (method) => {
      const reply = await served.send(
        `${method} /api/account.signOut HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nX-HTTP-Method-Override: POST\r\n${JSON_TYPE}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
      );
      expectTurnedAway(reply);
      expect((await served.edge.call('account.me', {}, token)).status).toBe(200);
    },
  );

  test('一个请求里夹带另一个：夹带的不算', async () => {
    const smuggled = 'POST /api/account.signOut HTTP/1.1\r\nHost: x\r\n\r\n';
    await served.send(
      request(
        [JSON_TYPE, length(2), 'Transfer-Encoding: chunked', `Authorization: Bearer ${token}`],
        `0\r\n\r\n${smuggled}`,
      ),
    );
    expect((await served.edge.call('account.me', {}, token)).status).toBe(200);
  });

  test(
    '任意字节',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.oneof(
              fc.constantFrom(
                'POST /api/visit.get HTTP/1.1\r\n',
                'GET / HTTP/1.1\r\n',
                'Host: x\r\n',
                `${JSON_TYPE}\r\n`,
                'Content-Length: 5\r\n',
                'Transfer-Encoding: chunked\r\n',
                'Expect: 100-continue\r\n',
                'Connection: upgrade\r\nUpgrade: h2c\r\n',
                'Range: bytes=0-,-1,99-1\r\n',
                'If-None-Match: *\r\n',
                '\r\n',
                '5\r\n',
                '{"visitId":"',
                '\0',
                'HTTP/0.9',
              ),
              fc.string({ unit: 'binary', maxLength: 20 }),
            ),
            { maxLength: 12 },
          ),
          async (parts) => {
            const reply = await served.send(Buffer.from(parts.join('')), 40);
            expect(statuses(reply).filter((status) => status >= 500 && status !== 505)).toEqual([]);
          },
        ),
        tried<[string[]]>(40),
      ),
    PATIENCE,
  );
});

describe('JSON 里的花样', () => {
  const post = (body: string) => served.edge.post('visit.list', body, { authorization: `Bearer ${token}` });

  test('同一个键写两次：后一个算，检查过的和用到的是同一个', async () => {
    const [first, second] = [await post('{"of":"x","of":"mine"}'), await post('{"of":"mine","of":"x"}')];
    expect([first.status, second.status]).toEqual([200, 400]);
  });

  test.each([
    '{"limit":1e999}',
    '{"limit":9007199254740993}',
    '{"limit":1.0000000000000001e1}',
    '{"limit":-0}',
    '{"limit":1e-999}',
    `{"limit":${'9'.repeat(5000)}}`,
    '{"limit":"30"}',
    '{"limit":[30]}',
    '{"of":"\\u0000"}',
    '{"of":"\\ud800"}',
    '{"\\u006ff":"mine"}',
    '{"of":{"$ne":null}}',
    '{"constructor":{"name":"x"}}',
    '[{"of":"mine"}]',
    '"mine"',
    'null',
    '{"cursor":"\\"}',
  ])('%s', async (body) => {
    const { status, body: reply } = await post(body);
    expect([200, 400]).toContain(status);
    expect(reply).toMatchObject(status === 200 ? { ok: true } : { ok: false, code: 'bad-input' });
  });
});

describe('路径', () => {
  const parts = fc.oneof(
    fc.constantFrom(
      ...['..', '.', '%2e%2e', '%2e.', '.%2E', '..%2f', '%2f', '%5c', '\\', '..\\', '%00', '%', '%zz', '%252e%252e'],
      ...['%c0%ae%c0%ae', '%uff0e', '....//', '..;', ';', '?', '#', 'js', 'api', 'index.html', '.env', 'secret.txt'],
      ...['store.db', 'secrets.json', 'h5', 'notes.txt', 'app.js.map', 'app.0123abcd.js', 'C:', 'etc/passwd', '~', '@'],
      ...['account.me', '__proto__', 'constructor', 'toString', 'openapi.json', 'healthz', 'http://x.test'],
    ),
    fc.constantFrom(...HOSTILE_TEXTS.filter((text) => text.length < 100).map(encodeURIComponentOr)),
  );

  test(
    '任意拼出来的路径：不出这个文件夹，不给不该给的',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(parts, { maxLength: 6 }), fc.constantFrom('/', '//', '', '\\'), async (path, by) => {
          const reply = await served.send(`GET /${path.join(by)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
          expect(reply).not.toContain(SECRET);
          expect(statuses(reply).filter((status) => status >= 500)).toEqual([]);
        }),
        tried<[string[], string]>(150),
      ),
    PATIENCE,
  );

  test.each([
    '__proto__',
    'constructor',
    'toString',
    '',
    '%00',
    'account.me%00',
    'account.me/',
    '..',
    '%2e%2e/healthz',
    'x'.repeat(5000),
  ])('没有叫 %j 的接口', async (name) => {
    const reply = await served.send(
      `POST /api/${name} HTTP/1.1\r\nHost: x\r\n${JSON_TYPE}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    );
    expectTurnedAway(reply);
  });

  test.each(['http://elsewhere.test/', 'https://elsewhere.test:443/js', '//elsewhere.test/%2e%2e', '*'])(
    '整个地址 %s：给的还是自己的页面，不去别处',
    async (path) => {
      const reply = await served.send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(reply).not.toContain(SECRET);
      if (statuses(reply)[0] === 200) expect(reply).toContain(PAGE);
      expect(reply).not.toMatch(/^location:/im);
    },
  );
});

describe('别人给的文字进不了响应头', () => {
  test.each([
    'GET /%0d%0aset-cookie:%20x=1 HTTP/1.1\r\nHost: x\r\n',
    'GET / HTTP/1.1\r\nHost: x%0d%0aset-cookie: x=1\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: aaaaaaaa%0d%0aset-cookie\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: aaaaaaaa set-cookie: x\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nOrigin: https://elsewhere.test\r\nReferer: https://elsewhere.test/\r\n',
    'GET / HTTP/1.1\r\nHost: elsewhere.test\r\nX-Forwarded-Host: elsewhere.test\r\nX-Forwarded-Proto: ftp\r\n',
  ])('%j', async (head) => {
    const reply = await served.send(`${head}Connection: close\r\n\r\n`);
    const [headers = ''] = reply.split('\r\n\r\n');
    expect(headers).not.toMatch(/set-cookie|elsewhere/i);
    expect(statuses(reply)).toHaveLength(1);
  });

  test('文件名不进响应头', async () => {
    const { headers, status } = await served.edge.call('enterprise.posterPdf', { enterpriseId: YQ_ONE }, token);
    expect([status, headers.get('content-disposition')]).toEqual([200, null]);
    expect(headers.get('content-type')).toMatch('application/json');
  });
});

function encodeURIComponentOr(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ed%a0%80';
  }
}
