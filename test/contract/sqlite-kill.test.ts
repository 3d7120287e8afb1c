import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { openSqlite } from '../../server/store/sqlite';
import { findAll } from './store.contract';

const ROUNDS = 3;
const ACKNOWLEDGED = 1500;

/** Kills the writer after so many acknowledgements; answers all that it printed. */
async function writeUntilKilled(program: string, file: string, first: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, file, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: join(__dirname, '../../node_modules') },
  });
  const acknowledged: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(line);
    if (acknowledged.length === ACKNOWLEDGED) child.kill('SIGKILL');
  }
  return acknowledged;
}

test('写入循环中被 kill -9：确认过的一条不少，没有半个提交', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kill-'));
  const [program, file] = [join(folder, 'child.cjs'), join(folder, 'store.db')];
  await build({
    entryPoints: [join(__dirname, 'sqlite-kill.child.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['libsql'],
  });
  for (let round = 0; round < ROUNDS; round++) {
    const ids = await writeUntilKilled(program, file, round * 1_000_000);
    expect(ids.length).toBeGreaterThanOrEqual(ACKNOWLEDGED);
    const store = await openSqlite(file);
    const visits = await store.get(ids.map((id) => ({ collection: 'visits', id })));
    expect(visits.filter((doc) => doc === undefined)).toEqual([]);
    const all = async (collection: 'visits' | 'audit'): Promise<string[]> =>
      (await findAll(store, { collection, limit: 1000 })).map(({ id }) => id);
    expect(await all('visits')).toEqual(await all('audit'));
    await store.close();
  }
  await rm(folder, { recursive: true });
});
