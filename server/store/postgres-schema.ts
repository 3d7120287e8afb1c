import type { Kysely } from 'kysely';
import type { ClientBase } from 'pg';
import type { Prepared } from '../../cloudfunctions/_core/changes';
import type { CollectionName } from '../../cloudfunctions/_core/collections';
import type { Doc } from '../../cloudfunctions/_core/store';
import { toStored } from '../../cloudfunctions/_core/stored';
import { commitsIn } from './postgres-commit';
import { FUNCTIONS, tableDefinition } from './postgres-tables';
import { type MainTable, TABLES } from './tables';
import { bind, type Tables } from './templates';

/** Raised by hand when the shape of `id, scope, rev, body` itself changes; a step from the version before goes here. */
const VERSION = 1;

/** What the derived columns, indexes and side tables were made from. */
const DERIVED = JSON.stringify(TABLES);

/** Whoever changes the schema or fills an empty database holds this lock; it is a number of our own choosing. */
const LOCK = 0x71_69_61_6e;
const CHUNK = 500;

interface Found {
  readonly version: number;
  readonly derived: string;
}

/** Waits for others who do the same, without a limit of time. To be called first in a transaction. */
export async function lockSchema(client: ClientBase): Promise<void> {
  await client.query('SET LOCAL statement_timeout = 0');
  await client.query('SET LOCAL lock_timeout = 0');
  await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}

/**
 * Makes the tables, or makes them anew from the documents where COLLECTIONS has changed since. One transaction: what is
 * broken off leaves the database as it was, and whoever comes second waits for the first.
 * @throws Error where the database was written by a later version of the program
 */
export async function migrate(client: ClientBase, db: Kysely<Tables>): Promise<void> {
  if (isCurrent(await found(client))) return;
  await inTransaction(client, async () => {
    await lockSchema(client);
    const before = await found(client);
    if (isCurrent(before)) return;
    const kept = before ? await setAside(client, JSON.parse(before.derived) as readonly MainTable[]) : [];
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version int NOT NULL, derived text NOT NULL)');
    await client.query(FUNCTIONS);
    const lz4 = await hasLz4(client);
    for (const table of TABLES) await client.query(tableDefinition(table, lz4));
    for (const { name } of TABLES) if (kept.includes(name)) await refill(client, db, name);
    for (const name of kept) await client.query(`DROP TABLE "old_${name}"`);
    await client.query('DELETE FROM schema_version');
    await client.query('INSERT INTO schema_version VALUES ($1, $2)', [VERSION, DERIVED]);
  });
}

export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const outcome = await work();
    await client.query('COMMIT');
    return outcome;
  } catch (error) {
    // Where the connection itself is gone, so is the transaction.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function isCurrent(one: Found | undefined): boolean {
  if (one && one.version > VERSION) throw new Error(`the database has version ${one.version}, this program ${VERSION}`);
  return one?.derived === DERIVED;
}

async function found(client: ClientBase): Promise<Found | undefined> {
  // From the catalog itself: to_regclass may still answer out of a cache from before the lock was waited for.
  const { rows: there } = await client.query(
    "SELECT FROM pg_class WHERE relname = 'schema_version' AND relnamespace = current_schema()::regnamespace",
  );
  if (there.length === 0) return undefined;
  return (await client.query<Found>('SELECT version, derived FROM schema_version')).rows[0];
}

/** Drops all that is derived and renames the tables that hold documents. */
async function setAside(client: ClientBase, before: readonly MainTable[]): Promise<readonly string[]> {
  for (const { name, sides } of before) {
    for (const side of sides) {
      await client.query(`DROP TABLE IF EXISTS "${side.name}"`);
      await client.query(`DROP FUNCTION IF EXISTS "${side.name}_fill"() CASCADE`);
    }
    const { rows } = await client.query<{ name: string; key: boolean }>(
      `SELECT i.relname AS name, x.indisprimary AS key FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
       WHERE x.indrelid = to_regclass($1)`,
      [`"${name}"`],
    );
    for (const index of rows)
      await client.query(
        index.key ? `ALTER TABLE "${name}" DROP CONSTRAINT "${index.name}"` : `DROP INDEX "${index.name}"`,
      );
    await client.query(`ALTER TABLE "${name}" RENAME TO "old_${name}"`);
  }
  return before.map(({ name }) => name);
}

/** In the order of the rows' places: nothing else has this table. */
async function refill(client: ClientBase, db: Kysely<Tables>, name: CollectionName): Promise<void> {
  const written = commitsIn(db);
  await client.query(`DECLARE olds NO SCROLL CURSOR FOR SELECT body FROM "old_${name}"`);
  for (;;) {
    const { rows } = await client.query<{ body: string }>(`FETCH ${CHUNK} FROM olds`);
    if (rows.length === 0) break;
    const changes = rows.map(({ body }): Prepared => {
      const doc = JSON.parse(body) as Doc;
      return { kind: 'insert', collection: name, from: 0, ...toStored(name, doc, doc.rev) };
    });
    const { template, values } = written(changes);
    await client.query(template.sql, bind(template, values));
  }
  await client.query('CLOSE olds');
}

async function hasLz4(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT 'lz4' = ANY (enumvals) AS yes FROM pg_settings WHERE name = 'default_toast_compression'",
  );
  return rows[0]?.yes === true;
}
