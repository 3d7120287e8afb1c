import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../cloudfunctions/_core/store';
import { CannotStart } from './cannot-start';
import { openSqlite } from './store/sqlite';

const FILE = 'store.db';

export const hasStore = (dataDir: string): boolean => existsSync(join(dataDir, FILE));

/** The embedded database in the data directory, which only its owner may read. */
export async function openStore(dataDir: string): Promise<Store> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return await openSqlite(join(dataDir, FILE));
  } catch (error) {
    throw new CannotStart(`打不开数据目录 ${dataDir}：${error instanceof Error ? error.message : ''}`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The store of a demonstration, filled where there was none. While it is being filled a file beside it says by whom: what a
 * start that was broken off has left is thrown away and made anew.
 */
export async function openSeeded(dataDir: string, seed: (store: Store) => Promise<void>): Promise<Store> {
  const mark = join(dataDir, 'seeding');
  if (existsSync(mark)) {
    const pid = Number(readFileSync(mark, 'utf8'));
    if (pid !== process.pid && isAlive(pid))
      throw new CannotStart(`另一个进程（${pid}）正在载入演示数据，请稍后再启动`);
    for (const ending of ['', '-wal', '-shm']) rmSync(join(dataDir, FILE + ending), { force: true });
  } else if (hasStore(dataDir)) return openStore(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(mark, String(process.pid));
  const store = await openStore(dataDir);
  await seed(store);
  rmSync(mark);
  return store;
}
