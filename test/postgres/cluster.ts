import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgres } from './binaries';

/** A PostgreSQL of the tests' own: a data directory that is thrown away, on loopback, at a port of its own. */
export interface Cluster {
  readonly port: number;
  /** Of a database of this cluster, as its superuser. */
  url(database?: string): string;
  /** Makes an empty database. */
  freshDatabase(): Promise<string>;
  /** Empties the tables of a database. */
  empty(url: string): Promise<void>;
  query(sql: string, database?: string): Promise<Record<string, unknown>[]>;
  start(): Promise<void>;
  /** kill -9 of the server and, with it, of everything that it runs. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody. */
const account = ((): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, name: string): number => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // The next one.
    }
  }
  throw new Error('there is no account other than root for PostgreSQL to run as');
})();

/** Below the ports that the system hands out by itself: while a cluster is down, nobody else comes to sit on its own. */
async function freePort(): Promise<number> {
  const isFree = (port: number): Promise<boolean> =>
    new Promise((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (await isFree(port)) return port;
  }
}

/** Whatever the machine does at the time. */
const PATIENCE_MS = 60_000;

/** Asks again until there is an answer that counts. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`waited in vain: ${what}: ${String(last)}`);
    await wait(20);
  }
}

const bin = (): string => {
  const found = findPostgres();
  if (!found) throw new Error('PostgreSQL was not found: set PG_BIN or install it');
  return found;
};

/** A folder that belongs to the account, where PostgreSQL may write. */
function folderForPostgres(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

export const runTool = (name: string, args: readonly string[]): void => {
  execFileSync(join(bin(), name), args, { stdio: 'pipe', cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, ...account });
};

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  // As it comes: what is acknowledged has reached the disk.
  fsync: 'on',
  wal_level: 'replica',
  max_wal_senders: '4',
  wal_sender_timeout: '10s',
  log_min_messages: 'fatal',
  deadlock_timeout: '200ms',
} as const;

/** @param data an existing data directory; made where there is none */
export async function startCluster(
  settings: Readonly<Record<string, string>> = {},
  prepare: (data: string) => void = (data) =>
    runTool('initdb', ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']),
): Promise<Cluster> {
  const folder = folderForPostgres();
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (account) chownSync(data, account.uid, account.gid);
  prepare(data);
  const port = await freePort();
  let child: ChildProcess | undefined;
  let databases = 0;
  const url = (database = 'postgres'): string => `postgres://tester@127.0.0.1:${port}/${database}`;

  const ask = async (at: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: at });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const query: Cluster['query'] = (sql, database) => ask(url(database), sql);
  const ended = (one: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      if (one.exitCode !== null || one.signalCode !== null) resolve();
      else one.once('exit', () => resolve());
    });
  const start = async (): Promise<void> => {
    const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) });
    const launched = (): ChildProcess =>
      spawn(join(bin(), 'postgres'), ['-D', data, ...options.map(([name, value]) => `--${name}=${value}`)], {
        stdio: 'ignore',
        cwd: '/',
        env: { LC_ALL: 'C', TZ: 'UTC' },
        ...account,
      });
    child = launched();
    await until('PostgreSQL answers', async () => {
      // After a kill -9 it refuses to start until the last of its old processes has noticed.
      if (child?.exitCode !== null) child = launched();
      const [answer] = await query('SHOW data_directory');
      return answer?.data_directory === data || undefined;
    });
  };
  const endWith = async (signal: NodeJS.Signals): Promise<void> => {
    const one = child;
    if (!one) return;
    one.kill(signal);
    await ended(one);
    child = undefined;
  };

  await start();
  return {
    port,
    url,
    query,
    start,
    freshDatabase: async () => {
      databases += 1;
      const name = `d${databases}`;
      await query(`CREATE DATABASE ${name}`);
      return url(name);
    },
    empty: async (at) => {
      const tables = await ask(at, "SELECT relname FROM pg_stat_user_tables WHERE relname <> 'schema_version'");
      await ask(at, tables.map(({ relname }) => `DELETE FROM "${relname}"`).join(';'));
    },
    kill: () => endWith('SIGKILL'),
    stop: async () => {
      // At once, without a checkpoint: nothing of it is needed any more.
      await endWith('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
