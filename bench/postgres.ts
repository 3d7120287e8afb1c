import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openPostgres } from '../server/store/postgres';
import { findPostgres } from '../test/postgres/binaries';
import { type Cluster, startCluster } from '../test/postgres/cluster';
import { bulkPostgres } from './bulk-postgres';
import { atEnd } from './ends';
import type { Ground } from './ground';
import { pgbenchWith, TABLES } from './pgbench';

/** As somebody would set it who runs it on one machine; commits reach the disk. */
const SETTINGS = {
  max_connections: '600',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  effective_cache_size: '4GB',
};

interface Server {
  query(sql: string, url: string): Promise<unknown>;
  readonly admin: string;
  stop(): Promise<void>;
}

async function query(sql: string, url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** BENCH_DATABASE_URL's server, on which databases may be made, or a cluster of our own on loopback. */
async function server(): Promise<Server> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { query, admin: given, stop: async () => undefined };
  const cluster: Cluster = await startCluster(SETTINGS);
  return { query, admin: cluster.url(), stop: () => cluster.stop() };
}

/** Why there is nothing to measure, or undefined. */
export function noPostgres(): string | undefined {
  return process.env.BENCH_DATABASE_URL || findPostgres()
    ? undefined
    : '没有找到 PostgreSQL（可设 PG_BIN 或 BENCH_DATABASE_URL），这一部分略过';
}

export async function postgresGround(): Promise<Ground> {
  const { admin, stop } = await server();
  const directory = mkdtempSync(join(tmpdir(), 'qianren-bench-'));
  const made: string[] = [];
  const freshDatabase = async (): Promise<string> => {
    const name = `bench_${process.pid}_${made.length}`;
    await query(`CREATE DATABASE ${name}`, admin);
    made.push(name);
    const url = new URL(admin);
    url.pathname = `/${name}`;
    return url.href;
  };
  const bare = await freshDatabase();
  await query(TABLES, bare);
  const bin = findPostgres();
  const pgbench = pgbenchWith(bin ? join(bin, 'pgbench') : 'pgbench', bare, join(directory, 'bare.sql'));
  return {
    engine: 'postgres',
    async freshSite() {
      const url = await freshDatabase();
      const own = mkdtempSync(join(directory, 'site-'));
      return {
        directory: own,
        loader: async () => {
          const store = await openPostgres(url, { statementMs: 600_000 });
          const client = new Client({ connectionString: url });
          await client.connect();
          return bulkPostgres(store, client);
        },
        env: { DATABASE_URL: url, DATA_DIR: own },
      };
    },
    reference: pgbench,
    close: atEnd(async () => {
      if (process.env.BENCH_DATABASE_URL)
        for (const name of made) await query(`DROP DATABASE ${name} WITH (FORCE)`, admin);
      await stop();
      rmSync(directory, { recursive: true, force: true });
    }),
  };
}
