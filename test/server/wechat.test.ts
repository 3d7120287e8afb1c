import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { weChatLogin } from '../../server/wechat';

let server: Server;
let reply: { status: number; body: string };
let asked: string[];
let login: (code: string) => Promise<string | undefined>;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(reply.status).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  login = weChatLogin({ appId: 'wx1', secret: 'hush', host });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('微信登录凭证换身份', () => {
  test('换得到', async () => {
    reply = { status: 200, body: '{"openid":"o123","session_key":"k"}' };
    expect(await login('a&b')).toBe('o123');
    const { pathname, searchParams } = new URL(asked[0] ?? '', 'http://x');
    expect(pathname).toBe('/sns/jscode2session');
    expect(Object.fromEntries(searchParams)).toEqual({
      appid: 'wx1',
      secret: 'hush',
      js_code: 'a&b',
      grant_type: 'authorization_code',
    });
  });

  test('微信不认这个凭证：没有身份，不是错误', async () => {
    reply = { status: 200, body: '{"errcode":40029,"errmsg":"invalid code"}' };
    expect(await login('x')).toBeUndefined();
  });

  test.each([
    ['出错', 500, '{}'],
    ['不是 JSON', 200, '<html>'],
    ['身份不是文字', 200, '{"openid":1}'],
  ])('微信%s：抛错，错误里没有密钥', async (_title, status, body) => {
    reply = { status, body };
    const error: Error = await login('x').then(
      () => Promise.reject(new Error('answered')),
      (one: Error) => one,
    );
    expect(error.message).not.toBe('answered');
    expect(inspect(error)).not.toContain('hush');
  });
});
