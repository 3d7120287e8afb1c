import { createHash } from 'node:crypto';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { ClientBase } from 'pg';
import type { Prepared } from '../../cloudfunctions/_core/changes';
import type { MovableStore } from '../move/depot';
import type { Rows } from './depot';
import { commitsIn } from './postgres-commit';
import { CONFLICT, codeOf, failed, Unreachable } from './postgres-errors';
import { type Connections, connectionsTo, LIMITS, type Limits } from './postgres-pool';
import { inTransaction, lockSchema, migrate } from './postgres-schema';
import { heldNow, settled } from './postgres-settle';
import { hostsOf } from './postgres-url';
import { type Engine, sqlStore } from './sql';
import { bind, type Tables, type Template } from './templates';

/** Writes PostgreSQL's SQL; nothing is run by it. */
const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (one) => new PostgresIntrospector(one),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Whoever starts the program should soon hear that the database cannot be reached. */
const OPENING_MS = 5_000;

/** To make tables anew takes as long as it takes, and so does waiting for somebody else who does it. */
const UNHURRIED = { poolSize: 1, statementMs: 86_400_000, lockMs: 86_400_000 };

/**
 * Any number of processes on one database. An acknowledged commit is as safe as the server's synchronous_commit makes it.
 * @param url `postgres://…`, several hosts where one takes over from another
 * @throws BadDatabaseUrl; Unreachable; what the server answers to the first connection
 */
export async function openPostgres(url: string, options: Partial<Limits> = {}): Promise<MovableStore> {
  const limits = { ...LIMITS, ...options };
  await prepared(url, limits, async () => undefined);
  return sqlStore({ db, ...engineOver(connectionsTo(hostsOf(url), limits)) });
}

/**
 * Fills a database that holds nothing yet. One transaction: what is broken off leaves nothing, and of several starters one
 * fills it while the others wait.
 */
export const seedPostgres = (url: string, seed: (empty: MovableStore) => Promise<void>): Promise<void> =>
  prepared(url, LIMITS, (client) =>
    inTransaction(client, async () => {
      await lockSchema(client);
      if ((await client.query('SELECT FROM settings LIMIT 1')).rows.length === 0) await seed(storeWithin(client));
    }),
  );

/** Makes the tables where they are missing or of another shape, on a connection of its own. */
async function prepared(url: string, limits: Limits, then: (client: ClientBase) => Promise<void>): Promise<void> {
  const { use, patiently, close } = connectionsTo(hostsOf(url), { ...limits, ...UNHURRIED });
  try {
    await patiently(() => use((client) => migrate(client, db)), Math.min(limits.patienceMs, OPENING_MS));
    await use(then);
  } finally {
    await close();
  }
}

const names = new Map<string, string>();
/** One name for one text: behind a pooler that hands connections around, a name must never mean anything else. */
function nameOf(text: string): string {
  const known = names.get(text) ?? `q${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  names.set(text, known);
  return known;
}

async function run(client: ClientBase, template: Template, values: unknown[]): Promise<unknown[][]> {
  const { rows } = await client.query<unknown[]>({
    name: nameOf(template.sql),
    text: template.sql,
    values,
    rowMode: 'array',
  });
  return rows;
}

const rowsFrom =
  (client: ClientBase): Rows =>
  (template, values) =>
    run(client, template, bind(template, values).map(askable));

/** No stored key holds NUL or a lone surrogate: what does is asked for as something that is never found. */
const askable = (value: unknown): unknown =>
  typeof value === 'string' && /[\0\p{Surrogate}]/u.test(value)
    ? value.replace(/[\0\p{Surrogate}].*/su, '\u0001'.repeat(501))
    : value;

function engineOver({ use, patiently, close }: Connections): Omit<Engine, 'db'> {
  const write = commitsIn(db);
  const read: Rows = (template, values) => patiently(() => use((client) => rowsFrom(client)(template, values)));

  const attempt = async (changes: readonly Prepared[]): Promise<'done' | 'conflict' | 'yielded'> => {
    const { template, values } = write(changes);
    try {
      const rows = await use((client) => run(client, template, bind(template, values)));
      return rows.length === 1 ? 'done' : 'conflict';
    } catch (error) {
      if (codeOf(error) === CONFLICT) return 'conflict';
      if (failed(error) === 'yielded') return 'yielded';
      throw error;
    }
  };

  return {
    rows: read,
    snapshot: (look) => use((client) => lookWithin(client, look)),
    commit: (changes) => {
      let unsure = false;
      return patiently(async () => {
        if (unsure) {
          const outcome = settled(changes, await heldNow(use, changes));
          if (outcome !== 'untouched') return outcome;
        }
        try {
          const answer = await attempt(changes);
          if (!unsure) return answer === 'yielded' ? 'conflict' : answer;
          if (answer === 'yielded')
            throw new Unreachable(true, new Error('its first sending may be what is in the way'));
          return answer === 'conflict' && settled(changes, await heldNow(use, changes)) === 'done' ? 'done' : answer;
        } catch (error) {
          if (error instanceof Unreachable && error.sent) unsure = true;
          throw error;
        }
      });
    },
    close,
  };
}

const lookWithin = <T>(client: ClientBase, look: (rows: Rows) => Promise<T>): Promise<T> =>
  inTransaction(client, async () => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    return look(rowsFrom(client));
  });

/** A store inside one transaction of one connection: what is written is there for itself at once, for others at the end. */
function storeWithin(client: ClientBase): MovableStore {
  const write = commitsIn(db);
  return sqlStore({
    db,
    rows: rowsFrom(client),
    snapshot: (look) => look(rowsFrom(client)),
    async commit(changes) {
      const { template, values } = write(changes);
      return (await run(client, template, bind(template, values))).length === 1 ? 'done' : 'conflict';
    },
    close: async () => undefined,
  });
}
