import { connect, type Socket } from 'node:net';
import { openLedger } from '../../bench/faults/service';
import type { CallName, Input, Output, Reply } from '../../shared/api';
import { isoOf } from '../../shared/kernel/calendar';
import { type Database, sqliteDatabase } from './engines';
import { freePort, serverAt } from './rig';
import { expectNothingLost, found, townAt } from './town';

const form = { orgName: '某某研究院', title: '研究员', need: '产线视觉检测误报率高' };
const town = townAt(() => '');

let database: Database;
let port: number;
let server: Awaited<ReturnType<typeof serverAt>>;
let pairs: Awaited<ReturnType<typeof found>>;
beforeEach(async () => {
  database = sqliteDatabase();
  pairs = await found(database.open, 8);
  port = await freePort();
  server = await serverAt(port, database.env);
});
afterEach(() => database.remove());

/** The bytes of a request. */
function requestOf<N extends CallName>(who: string, name: N, input: Input<N>, last = false): string {
  const body = JSON.stringify(input);
  return [
    `POST /api/${name} HTTP/1.1`,
    'Host: phone.test',
    `Authorization: Bearer ${town.tokenOf(who)}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(last ? ['Connection: close'] : []),
    '',
    body,
  ].join('\r\n');
}

const open = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });

/** Everything that comes back until the server closes, as replies in their order. */
const repliesOn = (socket: Socket): Promise<Reply<never>[]> =>
  new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('end', () => resolve([...text.matchAll(/\r\n\r\n(\{.*\})/g)].map(([, body]) => JSON.parse(body ?? ''))));
  });

async function once<N extends CallName>(who: string, name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  const socket = await open();
  const replies = repliesOn(socket);
  socket.write(requestOf(who, name, input, true));
  return (await replies)[0] as Reply<Output<N>>;
}
async function ok<N extends CallName>(who: string, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await once(who, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.findings ?? reply.fields)}`);
  return reply.data;
}

const passOf = async (host: string, guest: string, visitId: string): Promise<string> => {
  const { token } = await ok(host, 'visit.liveCode', { visitId });
  return (await ok(guest, 'visit.resolve', { code: token })).pass as string;
};
const opinionOf = (nonce: string, visitId: string, commissionerId: string): Input<'rating.submit'> => ({
  nonce,
  visitId,
  commissionerId,
  theme: '视觉检测方案',
  from: isoOf(Date.now() - 3_600_000),
  to: isoOf(Date.now()),
  expertise: 5,
  satisfaction: 4,
  dayReason: '零点前后',
});

const end = async (): Promise<void> => {
  expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
};

test('每个请求发五份：三条连接，其中一条上接连三份；一份记录，五个相同的回答', async () => {
  const ledger = openLedger();
  const fiveTimes = async <N extends CallName>(who: string, name: N, input: Input<N>): Promise<Output<N>> => {
    const sockets = await Promise.all([open(), open(), open()]);
    const replies = sockets.map(repliesOn);
    sockets.forEach((socket, i) => {
      socket.write((i === 0 ? [false, false, true] : [true]).map((last) => requestOf(who, name, input, last)).join(''));
    });
    const all = (await Promise.all(replies)).flat() as Reply<Output<N> & { readonly replayed: boolean }>[];
    const data = all.map((one) => (one.ok ? one.data : one.code)) as (Output<N> & { replayed: boolean })[];
    expect(data).toHaveLength(5);
    expect(data.filter((one) => one.replayed === false)).toHaveLength(1);
    for (const one of data) expect({ ...one, replayed: true }).toEqual({ ...data[0], replayed: true });
    return data[0] as Output<N>;
  };
  for (const [i, { commissioner, enterprise, guest }] of pairs.entries()) {
    const scan = { nonce: `five-${i}-scan`, code: town.posterOf(enterprise), ...form };
    const { visitId } = await fiveTimes(commissioner, 'visit.checkIn', scan);
    ledger.keep({ nonce: scan.nonce, what: 'checkedIn', visitId });
    const join = { nonce: `five-${i}-join`, code: await passOf(commissioner, guest, visitId), ...form };
    await fiveTimes(guest, 'visit.checkIn', join);
    ledger.keep({ nonce: join.nonce, what: 'checkedIn', visitId });
    const done = { nonce: `five-${i}-done`, visitId };
    await fiveTimes(commissioner, 'visit.complete', done);
    ledger.keep({ nonce: done.nonce, what: 'completed', visitId });
    const opinion = opinionOf(`five-${i}-rate`, visitId, commissioner);
    await fiveTimes(guest, 'rating.submit', opinion);
    ledger.keep({ nonce: opinion.nonce, what: 'rated', visitId });
  }
  await end();
  const world = await expectNothingLost(database.open, ledger);
  const visits = await world.visits();
  expect(visits.map((one) => [one.checkIns.length, one.ratings.length])).toEqual(pairs.map(() => [2, 1]));
  await world.close();
});

test('次序颠倒：先到的评价和完成被拒绝，不留下什么；次序对了再发，照常', async () => {
  const [{ commissioner, enterprise, guest }] = pairs as [(typeof pairs)[0]];
  const scan = { nonce: 'order-scan', code: town.posterOf(enterprise), ...form };
  const { visitId } = await ok(commissioner, 'visit.checkIn', scan);
  const pass = await passOf(commissioner, guest, visitId);
  const opinion = opinionOf('order-rate', visitId, commissioner);
  const done = { nonce: 'order-done', visitId };
  const join = { nonce: 'order-join', code: pass, ...form };
  expect(await once(guest, 'rating.submit', opinion)).toMatchObject({ ok: false });
  expect(await once(commissioner, 'visit.complete', done)).toMatchObject({ ok: false, code: 'refused' });
  await ok(guest, 'visit.checkIn', join);
  expect(await once(guest, 'rating.submit', opinion)).toMatchObject({ ok: false, code: 'refused' });
  await ok(commissioner, 'visit.complete', done);
  expect(await ok(guest, 'rating.submit', opinion)).toMatchObject({ replayed: false });
  // What comes late, out of its turn, is known already.
  expect(await ok(guest, 'visit.checkIn', join)).toMatchObject({ visitId, replayed: true });
  expect(await ok(commissioner, 'visit.checkIn', scan)).toMatchObject({ visitId, replayed: true });
  expect(await ok(commissioner, 'visit.complete', done)).toMatchObject({ state: 'rated', replayed: true });
  await end();
  const ledger = openLedger();
  for (const { nonce } of [scan, join, done, opinion]) ledger.keep({ nonce, what: 'checkedIn', visitId });
  const world = await expectNothingLost(database.open, ledger);
  const [visit] = await world.visits();
  expect(visit?.history.map((one) => one.kind)).toEqual(['checkedIn', 'checkedIn', 'completed', 'rated']);
  await world.close();
});

test('发到一半断线：没有记录；发完就断、没等到回答：再发一次，只有一条', async () => {
  const ledger = openLedger();
  for (const [i, { commissioner, enterprise }] of pairs.entries()) {
    const scan = { nonce: `cut-${i}-scan`, code: town.posterOf(enterprise), ...form };
    const request = requestOf(commissioner, 'visit.checkIn', scan);
    const half = await open();
    await new Promise<void>((resolve) =>
      half.write(request.slice(0, Math.ceil((request.length * (i + 1)) / 9)), () => resolve()),
    );
    half.destroy();
    const lost = await open();
    await new Promise<void>((resolve) => lost.write(request, () => resolve()));
    if (i % 2) lost.destroy();
    else lost.resetAndDestroy();
    const { visitId } = await ok(commissioner, 'visit.checkIn', scan);
    ledger.keep({ nonce: scan.nonce, what: 'checkedIn', visitId });
  }
  await end();
  const world = await expectNothingLost(database.open, ledger);
  expect((await world.visits()).map((one) => one.checkIns.length)).toEqual(pairs.map(() => 1));
  await world.close();
});

test('只发一半的请求，什么也没有记下', async () => {
  const [{ commissioner, enterprise }] = pairs as [(typeof pairs)[0]];
  const request = requestOf(commissioner, 'visit.checkIn', {
    nonce: 'half-scan',
    code: town.posterOf(enterprise),
    ...form,
  });
  for (const keep of [10, request.indexOf('\r\n\r\n') + 4, request.length - 1]) {
    const socket = await open();
    await new Promise<void>((resolve) => socket.write(request.slice(0, keep), () => resolve()));
    // Whoever is answered after it came after it.
    await ok(commissioner, 'account.me', {});
    socket.destroy();
  }
  expect(await ok(commissioner, 'account.me', {})).toMatchObject({ person: { id: commissioner } });
  await end();
  const world = await expectNothingLost(database.open, openLedger());
  expect(await world.visits()).toEqual([]);
  await world.close();
});
