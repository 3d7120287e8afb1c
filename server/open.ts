import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS_ID, type SettingsDoc } from '../cloudfunctions/_core/documents';
import type { Store } from '../cloudfunctions/_core/store';
import { CannotStart } from './cannot-start';
import type { Database } from './environment';
import type { MovableStore } from './move/depot';
import { openPostgres, seedPostgres } from './store/postgres';
import { Unreachable } from './store/postgres-errors';
import { whyNotOpened } from './store/postgres-explain';
import { openSqlite } from './store/sqlite';
import { copySqlite, sqliteFlaw } from './store/sqlite-copy';

const FILE = 'store.db';

/** Beside a demonstration that is being loaded: by which process. */
const seedingMark = (dataDir: string): string => join(dataDir, 'seeding');

/** Is there anything to read? Of a PostgreSQL only opening it tells. */
export const hasStore = (dataDir: string, database?: Database): boolean =>
  database !== undefined || existsSync(join(dataDir, FILE));

/**
 * PostgreSQL where one is given, otherwise the embedded database in the data directory, which only its owner may read.
 * @throws CannotStart also where half a demonstration is in it: it would be thrown away at the next one's start, with
 * whatever was added to it
 */
export async function openStore(dataDir: string, database?: Database): Promise<MovableStore> {
  if (database) return reached(database, () => openPostgres(database.url, database));
  if (existsSync(seedingMark(dataDir)))
    throw new CannotStart(`${dataDir} 里的演示数据只载入了一半：请用演示方式启动一次，或用 DATA_DIR 换一个目录`);
  return openFile(dataDir);
}

async function reached<T>({ url }: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // What was loaded into it has a reason of its own to stop.
    const reason = error instanceof Unreachable ? error.reason : error;
    throw reason instanceof CannotStart ? reason : new CannotStart(whyNotOpened(url, error));
  }
}

async function openFile(dataDir: string): Promise<MovableStore> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return await openSqlite(join(dataDir, FILE));
  } catch (error) {
    throw new CannotStart(`打不开数据目录 ${dataDir}：${error instanceof Error ? error.message : ''}`);
  }
}

/** The embedded database as files: how it is backed up and restored. */
export const embedded = {
  fileIn: (dataDir: string): string => join(dataDir, FILE),
  /** What SQLite keeps beside it while it is open. */
  besides: (file: string): readonly string[] => ['-wal', '-shm'].map((ending) => file + ending),
  copy: copySqlite,
  flawIn: sqliteFlaw,
  open: openSqlite,
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Before it is thrown away. @throws CannotStart where it says of itself that it is real */
async function insistUnreal(dataDir: string): Promise<void> {
  const left = await openFile(dataDir);
  const [settings] = await left.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]);
  await left.close();
  if (settings && !settings.demo)
    throw new CannotStart(
      `${dataDir} 里有正式的数据，也有一个 seeding 文件，说演示数据只载入了一半。什么也没有动：请先弄清数据从哪里来，再删去 seeding 文件`,
    );
}

/**
 * The store of a demonstration, filled where there was none. While it is being filled a file beside it says by whom: what a
 * start that was broken off has left is thrown away and made anew.
 */
export async function openSeeded(
  dataDir: string,
  seed: (store: Store) => Promise<void>,
  database?: Database,
): Promise<Store> {
  if (database) {
    // The secrets of a demonstration still lie there.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    await reached(database, () => seedPostgres(database.url, seed));
    return openStore(dataDir, database);
  }
  const mark = seedingMark(dataDir);
  if (existsSync(mark)) {
    const pid = Number(readFileSync(mark, 'utf8'));
    if (pid !== process.pid && isAlive(pid))
      throw new CannotStart(`另一个进程（${pid}）正在载入演示数据，请稍后再启动`);
    if (hasStore(dataDir)) await insistUnreal(dataDir);
    for (const ending of ['', '-wal', '-shm']) rmSync(join(dataDir, FILE + ending), { force: true });
  } else if (hasStore(dataDir)) return openStore(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(mark, String(process.pid));
  const store = await openFile(dataDir);
  await seed(store);
  rmSync(mark);
  return store;
}
