import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../cloudfunctions/_core/store';
import { openPostgres } from '../../server/store/postgres';
import { openSqlite } from '../../server/store/sqlite';
import type { Cluster } from '../postgres/cluster';
import { withPostgres } from '../postgres/with-postgres';
import { start } from './built-server';

/** A database that servers of their own processes share. */
export interface Database {
  /** What a server is started with. */
  readonly env: Readonly<Record<string, string>>;
  open(): Promise<Store>;
  /** `npm run verify`. */
  verify(): Promise<{ readonly code: number | null; readonly out: string }>;
  remove(): void;
}

const within = (folder: string, env: Readonly<Record<string, string>>, open: () => Promise<Store>): Database => ({
  env,
  open,
  verify: () => start('verify', env).ended,
  remove: () => rmSync(folder, { recursive: true }),
});

export function sqliteDatabase(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  return within(folder, { DATA_DIR: folder }, () => openSqlite(join(folder, 'store.db')));
}

export async function postgresDatabase(cluster: Cluster): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const url = await cluster.freshDatabase();
  return within(folder, { DATA_DIR: folder, DATABASE_URL: url }, () => openPostgres(url));
}

/** The same suite on both engines; PostgreSQL's cluster is the suite's to break. */
export function onBothEngines(name: string, suite: (fresh: () => Promise<Database>) => void): void {
  describe(`${name} · SQLite`, () => suite(async () => sqliteDatabase()));
  withPostgres(`${name} · PostgreSQL`, (cluster) => suite(() => postgresDatabase(cluster())));
}
