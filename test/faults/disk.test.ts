import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { send } from '../../bench/faults/phone';
import { openLedger, phoneOf } from '../../bench/faults/service';
import { type Database, sqliteDatabase } from './engines';
import { freePort, originOf, serverAt } from './rig';
import { expectNothingLost, found, townAt } from './town';

/** A process may be forbidden to make files longer than so much, and be allowed it again: a disk that is full, and is not. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0;
const limitFiles = (pid: number, bytes: number | 'unlimited'): void => {
  execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`]);
};

const form = { orgName: '某某研究院', title: '研究员', need: '产线视觉检测误报率高' };

(canLimit ? describe : describe.skip)('磁盘满了（需要 Linux 的 prlimit）', () => {
  let database: Database;
  beforeEach(() => {
    database = sqliteDatabase();
  });
  afterEach(() => database.remove());

  test('写不进去的说系统出错，读照常，进程还在；有了空间接着用；确认过的一条不少', async () => {
    const pairs = await found(database.open, 60);
    const port = await freePort();
    const server = await serverAt(port, database.env);
    const town = townAt(() => originOf(port));
    const ledger = openLedger();
    const scanOf = (i: number) => ({
      nonce: `disk-${i}-scan`,
      code: town.posterOf(pairs[i]?.enterprise as string),
      ...form,
    });
    const scan = async (i: number): Promise<string> => {
      const { origin, tokenOf } = town;
      const sending = { origin, token: tokenOf(pairs[i]?.commissioner as string) };
      const answer = await send(sending, 'visit.checkIn', scanOf(i));
      if (answer === 'lost') return 'lost';
      if (!answer.ok) return answer.code;
      ledger.keep({ nonce: scanOf(i).nonce, what: 'checkedIn', visitId: answer.data.visitId });
      return 'ok';
    };
    expect(await Promise.all([0, 1, 2].map(scan))).toEqual(['ok', 'ok', 'ok']);

    // The log may not grow beyond what it is now.
    const log = join(database.env.DATA_DIR as string, 'store.db-wal');
    limitFiles(server.pid(), Math.ceil(statSync(log).size / 4096) * 4096);
    const answers: string[] = [];
    for (let i = 3; i < pairs.length; i += 1) answers.push(await scan(i));
    expect(new Set(answers)).toContain('broken');
    expect(new Set(answers)).not.toContain('lost');
    const center = phoneOf(town, 'P-center');
    expect((await center('station.list', {})).stations).toHaveLength(3);
    expect((await fetch(`${originOf(port)}/healthz`)).status).toBe(200);

    limitFiles(server.pid(), 'unlimited');
    for (let i = 0; i < pairs.length; i += 1)
      expect(await phoneOf(town, pairs[i]?.commissioner as string)('visit.checkIn', scanOf(i))).toMatchObject({
        side: 'specialist',
      });
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
    const world = await expectNothingLost(database.open, ledger);
    expect(await world.visits()).toHaveLength(pairs.length);
    await world.close();
    expect(await database.verify()).toMatchObject({ code: 0 });
  });

  test('满的时候被 kill -9：确认过的一条不少', async () => {
    const pairs = await found(database.open, 60);
    const port = await freePort();
    const server = await serverAt(port, database.env);
    const town = townAt(() => originOf(port));
    const log = join(database.env.DATA_DIR as string, 'store.db-wal');
    limitFiles(server.pid(), Math.ceil(statSync(log).size / 4096) * 4096 + 400_000);
    const ledger = openLedger();
    const answers: string[] = [];
    for (const [i, { commissioner, enterprise }] of pairs.entries()) {
      const sending = { origin: town.origin, token: town.tokenOf(commissioner) };
      const nonce = `killed-${i}-scan`;
      const answer = await send(sending, 'visit.checkIn', { nonce, code: town.posterOf(enterprise), ...form });
      if (answer !== 'lost' && answer.ok) ledger.keep({ nonce, what: 'checkedIn', visitId: answer.data.visitId });
      answers.push(answer !== 'lost' && answer.ok ? 'kept' : 'not kept');
    }
    expect(new Set(answers)).toEqual(new Set(['kept', 'not kept']));
    await server.end('SIGKILL');
    await (await expectNothingLost(database.open, ledger)).close();
    expect(await database.verify()).toMatchObject({ code: 0 });
  });
});
