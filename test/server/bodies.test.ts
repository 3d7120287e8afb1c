import { gzipSync } from 'node:zlib';
import { type Edge, startEdge } from './edge';
import { raw, statusOf } from './raw';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ calls: { 'test.echo': async (input) => ({ ok: true, data: input }) } });
});
afterAll(() => edge.close());

const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
const letters = (bytes: number): string => JSON.stringify('a'.repeat(bytes - 2));

describe('不成样子的请求都答 400，用我们自己的格式', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['空的', ''],
    ['只有空白', ' \n\t '],
    ['没写完', '{"a":'],
    ['多写了', '{"a":1}}'],
    ['两个值', '{} {}'],
    ['不是 JSON', 'a=1&b=2'],
    ['单引号', "{'a':1}"],
    ['尾逗号', '{"a":1,}'],
    ['NaN', '{"a":NaN}'],
    ['改原型', '{"__proto__":{"demo":true}}'],
    ['用转义改原型', '{"__\\u0070roto__":{"demo":true}}'],
    ['在深处改原型', '{"a":[{"__proto__":{}}]}'],
    ['改构造函数的原型', '{"constructor":{"prototype":{"demo":true}}}'],
    ['层次太多', nested(21)],
    ['层次极多', nested(30_000)],
    ['层次极多而没写完', '['.repeat(60_000)],
    ['对象层次极多', '{"a":'.repeat(10_000)],
    ['太大', letters(64 * 1024 + 1)],
    ['不是 UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['UTF-16', new Uint8Array(Buffer.from('{"a":1}', 'utf16le'))],
  ])('%s', async (_title, body) => {
    const { status, body: answer, headers } = await edge.post('test.echo', body);
    expect([status, answer]).toEqual([
      400,
      { ok: false, code: 'bad-input', message: expect.stringMatching(/[\u4e00-\u9fff]/) },
    ]);
    expect(headers.get('content-type')).toMatch('application/json');
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
  ])('内容类型「%s」', async (type) => {
    expect(await edge.post('test.echo', '{}', { 'content-type': type })).toMatchObject({
      status: 400,
      body: { code: 'bad-input' },
    });
  });

  test('说得比传得长', async () => {
    const reply = await raw(
      edge.port,
      'POST /api/test.echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 70000\r\n\r\n{}',
    );
    expect(statusOf(reply)).toBe(400);
  });

  test('同一请求里有两种长度', async () => {
    const reply = await raw(
      edge.port,
      'POST /api/test.echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n',
    );
    expect(statusOf(reply)).toBe(400);
  });

  test('分块传来而太大', async () => {
    const part = 'a'.repeat(0x4000);
    const reply = await raw(
      edge.port,
      `POST /api/test.echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${`4000\r\n${part}\r\n`.repeat(5)}0\r\n\r\n`,
    );
    expect(statusOf(reply)).toBe(400);
  });

  test('压缩过的', async () => {
    const { status } = await edge.post('test.echo', new Uint8Array(gzipSync('{}')), { 'content-encoding': 'gzip' });
    expect(status).toBe(400);
  });
});

describe('合格的请求', () => {
  test.each<[string, unknown]>([
    ['刚好到层次的上限', JSON.parse(nested(20))],
    ['括号在文字里不算层次', `${'['.repeat(100)}"\\`],
    ['中文和表情', { 需求: '产线节能 🏭' }],
    ['常见的键名', { constructor: 'x', toString: 1 }],
  ])('%s', async (_title, input) => {
    expect(await edge.call('test.echo', input)).toMatchObject({ status: 200, body: { ok: true, data: input } });
  });

  test('刚好到大小的上限', async () => {
    expect((await edge.post('test.echo', letters(64 * 1024))).status).toBe(200);
  });

  test('内容类型带字符集', async () => {
    const { status } = await edge.post('test.echo', '{}', { 'content-type': 'application/json; charset=utf-8' });
    expect(status).toBe(200);
  });
});
