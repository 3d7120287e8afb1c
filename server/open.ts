import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../cloudfunctions/_core/store';
import { CannotStart } from './cannot-start';
import { openSqlite } from './store/sqlite';

/** The embedded database in the data directory, which only its owner may read. */
export async function openStore(dataDir: string): Promise<Store> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return await openSqlite(join(dataDir, 'store.db'));
  } catch (error) {
    throw new CannotStart(`打不开数据目录 ${dataDir}：${error instanceof Error ? error.message : ''}`);
  }
}
