import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REAL, start } from './built-server';

let dataDir: string;
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'server-')), 'data');
});
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true }));

const reach = (port: number): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });

async function untilRefused(port: number): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const socket = await reach(port);
    if (!socket) return;
    socket.destroy();
  }
  throw new Error('it still accepts connections');
}

const post = (port: number, call: string, input: object, token?: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/api/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(input),
  });

describe('构建好的服务器', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s：已收下的请求答完，再正常结束', async (signal) => {
    const { child, ended, port: listening } = start('main', { ...REAL, DATA_DIR: dataDir });
    const port = await listening;
    const socket = (await reach(port)) as Socket;
    let reply = '';
    const answered = new Promise<void>((resolve) => {
      socket.on('data', (part) => {
        reply += part;
      });
      socket.once('close', () => resolve());
    });
    const head =
      'POST /api/account.me HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{';
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    // The server has read the first half when it has answered somebody who came after it.
    await post(port, 'account.me', {});
    child.kill(signal);
    await untilRefused(port);
    socket.write('}');
    await answered;
    expect(reply).toMatch(/^HTTP\/1\.1 401 /);
    expect(await ended).toMatchObject({ code: 0 });
  });

  test('端口被占用：说出来，不动数据', async () => {
    const first = start('main', { ...REAL, DATA_DIR: dataDir });
    const port = String(await first.port);
    const second = await start('main', { ...REAL, PORT: port, DATA_DIR: join(dataDir, 'other') }).ended;
    expect(second.code).toBe(1);
    expect(second.out).toContain(port);
    expect(() => statSync(join(dataDir, 'other'))).toThrow();
    first.child.kill();
    await first.ended;
  });

  test('缺少密钥：不启动，只说缺什么，不打印堆栈', async () => {
    const { code, out } = await start('main', { DEMO: '0', PORT: '0', DATA_DIR: dataDir }).ended;
    expect(code).toBe(1);
    expect(out).toContain('SESSION_SECRET');
    expect(out).not.toContain('at ');
  });

  test('第一个人：邀请，接受，重启之后仍在；数据只有主人能读；历史核对相符', async () => {
    const env = { ...REAL, DATA_DIR: dataDir };
    const invited = await start('invite', env, ['--name', '张三']).ended;
    expect(invited.code).toBe(0);
    const invitation = /invitation=([\w-]{20})/.exec(invited.out)?.[1] ?? '';
    const first = start('main', env);
    const redeemed = await post(await first.port, 'account.redeem', { invitation });
    const { data } = (await redeemed.json()) as { data: { token: string } };
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start('main', env);
    const me = await (await post(await second.port, 'account.me', {}, data.token)).json();
    expect(me).toMatchObject({
      ok: true,
      data: { person: { name: '张三' }, grants: [{ role: 'center' }], demo: false },
    });
    expect((await post(await second.port, 'account.redeem', { invitation })).status).toBe(400);
    expect((await post(await second.port, 'account.people', {})).status).toBe(404);
    second.child.kill();
    expect((await second.ended).out).not.toContain('张三');
    expect(statSync(join(dataDir, 'store.db')).mode & 0o077).toBe(0);
    const verified = await start('verify', { DATA_DIR: dataDir }).ended;
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('全部相符')]);
  });

  test.each([['--role', 'district'], ['--rolle', 'center'], ['center']])('邀请写错了：%s %s', async (...args) => {
    const { code, out } = await start('invite', { ...REAL, DATA_DIR: dataDir }, args).ended;
    expect(code).toBe(1);
    expect(out).toMatch(/[\u4e00-\u9fff]/);
    expect(out).not.toContain('    at ');
  });

  test('核对没有数据的目录：说没有，不新建', async () => {
    const { code } = await start('verify', { DATA_DIR: dataDir }).ended;
    expect(code).toBe(1);
    expect(() => statSync(dataDir)).toThrow();
  });
});
