import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { sessionsWith } from '../../server/sessions';
import { openSqlite } from '../../server/store/sqlite';
import { cast, LI, YQ_ONE } from '../journey/cast';
import { REAL, type Started, start } from './built-server';

let dataDir: string;
let server: Started;
let port: number;
let origin: string;
const open = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
  server = start('main', { ...REAL, DATA_DIR: dataDir, ...env });
  port = await server.port;
  origin = `http://127.0.0.1:${port}`;
};

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stop-'));
  const store = await openSqlite(join(dataDir, 'store.db'));
  for (const change of cast) await store.commit([change]);
  await store.close();
});
afterEach(async () => {
  server.child.kill('SIGKILL');
  await server.ended;
  rmSync(dataDir, { recursive: true });
});

const token = sessionsWith([REAL.SESSION_SECRET], Date.now).issue(LI, 0);
const checkIn = JSON.stringify({
  nonce: 'nonce-stop-1',
  code: posterToken([{ no: 0, secret: 'k'.repeat(32) }], YQ_ONE.slice(1)),
  orgName: '某某研究院',
  title: '研究员',
  need: '产线视觉检测误报率高',
});

const reach = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });

/** Everything that still comes on a connection, until the server ends it. */
const untilClosed = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let all = '';
    socket.on('data', (part) => {
      all += part;
    });
    socket.once('close', () => resolve(all));
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) if (await holds()) return;
  throw new Error('it never came true');
}
const refused = (): Promise<boolean> =>
  reach().then(
    (socket) => {
      socket.destroy();
      return false;
    },
    () => true,
  );

/** A check-in of which the server has only the beginning. */
async function half(): Promise<Socket> {
  const socket = await reach();
  const head = [
    'POST /api/visit.checkIn HTTP/1.1',
    'Host: x',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(checkIn)}`,
    'X-Request-Id: halfhalfhalf',
  ];
  await new Promise<void>((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n{`, () => resolve()));
  // It has read them when it has answered somebody who came after.
  await fetch(`${origin}/healthz`);
  return socket;
}

const visits = async (): Promise<number> => {
  const store = await openSqlite(join(dataDir, 'store.db'));
  const { docs } = await store.find({ collection: 'visits' });
  await store.close();
  return docs.length;
};

test('SIGTERM 时收到一半的签到：收完、写下、答 200，连接断开，进程正常结束；重开还在', async () => {
  await open({ LOG_LEVEL: 'info' });
  const socket = await half();
  server.child.kill('SIGTERM');
  await until(refused);
  const answered = untilClosed(socket);
  socket.write(checkIn.slice(1));
  const reply = await answered;
  expect(reply).toMatch(/^HTTP\/1\.1 200 /);
  expect(reply).toMatch(/^connection: close\r$/im);
  expect(reply).toMatch(/^x-request-id: halfhalfhalf\r$/im);
  const { code, out } = await server.ended;
  expect(code).toBe(0);
  const events = out.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const order = events.map(({ event, requestId }) => (requestId === 'halfhalfhalf' ? 'answered' : event));
  expect(order.filter((one) => ['stopping', 'answered', 'stopped'].includes(one))).toEqual([
    'stopping',
    'answered',
    'stopped',
  ]);
  expect(out).not.toMatch(/某某研究院|特派|P-li/);
  expect(await visits()).toBe(1);
});

test('DRAIN_MS：先说不就绪，请求还照办，闲着的连接不拖住停止', async () => {
  await open({ DRAIN_MS: '3000' });
  const idle = await reach();
  const closed = untilClosed(idle);
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  server.child.kill('SIGTERM');
  await until(async () => (await fetch(`${origin}/readyz`)).status === 503);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${origin}/api/visit.checkIn`, { method: 'POST', headers, body: checkIn });
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  expect(await closed).toBe('');
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(await visits()).toBe(1);
});

test('第二个信号：立刻结束，不等', async () => {
  await open({ DRAIN_MS: '600000' });
  server.child.kill('SIGTERM');
  await until(async () => (await fetch(`${origin}/readyz`)).status === 503);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 1 });
});
