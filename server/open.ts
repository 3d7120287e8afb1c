import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
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

/**
 * Fills a store that does not exist so far. It is made beside its place and moved there whole, so that a start that was
 * broken off leaves nothing half.
 */
export async function seedOnce(dataDir: string, seed: (store: Store) => Promise<void>): Promise<void> {
  if (hasStore(dataDir)) return;
  const beside = join(dataDir, 'seeding');
  rmSync(beside, { recursive: true, force: true });
  const store = await openStore(beside);
  try {
    await seed(store);
  } finally {
    await store.close();
  }
  renameSync(join(beside, FILE), join(dataDir, FILE));
  rmSync(beside, { recursive: true, force: true });
}
