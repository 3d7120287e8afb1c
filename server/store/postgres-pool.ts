import { setTimeout as wait } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { codeOf, failed, isPassing, Unreachable } from './postgres-errors';
import type { Host } from './postgres-url';

export interface Limits {
  /** Connections of this process to the database. */
  readonly poolSize: number;
  /** How long calls wait for a database that is away, a failover included. */
  readonly patienceMs: number;
  readonly connectMs: number;
  readonly statementMs: number;
  readonly lockMs: number;
}

export const LIMITS: Limits = {
  poolSize: 10,
  patienceMs: 30_000,
  connectMs: 5_000,
  statementMs: 15_000,
  lockMs: 5_000,
};

export interface Connections {
  /**
   * One connection to a server that can be written to, for as long as `work` takes.
   * @throws Unreachable; what the server has answered is thrown as it is
   */
  use<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
  /** Calls again where the database was out of reach, with pauses, as long as there is patience. */
  patiently<T>(attempt: () => Promise<T>, ms?: number): Promise<T>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Pools of connections, one for each host that was ever needed; the host that could last be written to comes first. */
export function connectionsTo(hosts: readonly Host[], limits: Limits): Connections {
  const pools: (Pool | undefined)[] = [];
  let current = 0;
  let closed = false;
  const underWay = new Set<Promise<unknown>>();

  const poolOf = (i: number): Pool => {
    const known = pools[i];
    if (known) return known;
    const made = openPool(hosts[i] as Host, limits);
    pools[i] = made;
    return made;
  };
  /** A server that turned out to be a standby: none of its connections is of use. */
  const leave = (pool: Pool): void => {
    const i = pools.indexOf(pool);
    if (i < 0) return;
    pools[i] = undefined;
    current = (i + 1) % hosts.length;
    void pool.end();
  };

  const connect = async (): Promise<{ readonly pool: Pool; readonly client: PoolClient }> => {
    let last: unknown;
    const first = current;
    for (let k = 0; k < hosts.length; k += 1) {
      const i = (first + k) % hosts.length;
      const pool = poolOf(i);
      try {
        const client = await pool.connect();
        current = i;
        return { pool, client };
      } catch (error) {
        if (!isPassing(error) && !pool.ending) throw error;
        last = error;
      }
    }
    throw new Unreachable(false, last);
  };

  const use = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const { pool, client } = await connect();
    let outcome: T;
    try {
      outcome = await work(client);
    } catch (error) {
      const how = failed(error);
      const known = how === 'refused' || how === 'yielded';
      client.release(!known);
      if (known) throw error;
      if (codeOf(error) === '25006') leave(pool);
      throw new Unreachable(how === 'unknown', error);
    }
    client.release();
    return outcome;
  };

  const patiently = async <T>(attempt: () => Promise<T>, ms: number): Promise<T> => {
    const until = performance.now() + ms;
    for (let n = 0; ; n += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Unreachable) || performance.now() > until) throw error;
      }
      await wait(Math.min(50 * 2 ** n, 1000) * (0.5 + Math.random()));
    }
  };

  return {
    use,
    patiently(attempt, ms = limits.patienceMs) {
      if (closed) return Promise.reject(new Error('the store is closed'));
      const work = patiently(attempt, ms);
      underWay.add(work);
      const done = (): void => void underWay.delete(work);
      work.then(done, done);
      return work;
    },
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
      await Promise.all(pools.map((pool) => pool?.end()));
    },
  };
}

/** Is it one that can be written to? And a server that was set not to wait for its disk waits for it all the same. */
const GREETING = `SELECT current_setting('transaction_read_only') AS only,
  CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END`;

function openPool({ config }: Host, limits: Limits): Pool {
  const pool = new Pool({
    ...config,
    max: limits.poolSize,
    connectionTimeoutMillis: limits.connectMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'qianren-qianqi',
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.statementMs,
    // The server's own limits come first; this one is for a server that has fallen silent.
    query_timeout: limits.statementMs + limits.connectMs,
    onConnect: async (client) => {
      const { rows } = await client.query<{ readonly only: string }>(GREETING);
      if (rows[0]?.only !== 'off')
        throw Object.assign(new Error('this server cannot be written to'), { code: '25006' });
    },
  });
  // A connection that breaks between two uses, or between two statements of one use, is noticed with the next one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
