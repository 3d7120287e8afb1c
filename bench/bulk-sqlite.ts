import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { CollectionName } from '../cloudfunctions/_core/collections';
import { toStored } from '../cloudfunctions/_core/stored';
import { TABLES } from '../server/store/tables';
import { bind, changeTemplates, storedValues, type Tables } from '../server/store/templates';
import type { Loader } from './ground';

/** Nothing here has to survive a crash: it is loaded anew. */
const FAST = ['synchronous = OFF', 'cache_size = -1000000', 'temp_store = MEMORY', 'wal_autocheckpoint = 100000'];

/**
 * Fills a database that holds only its schema: rows first, and then indexes and side tables at one go, since millions of
 * rows in the order of hashes would touch every page of every index again and again.
 */
export function bulkSqlite(file: string): Loader {
  const database = new Database(file);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  for (const pragma of FAST) database.pragma(pragma);
  const derived = database
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL")
    .raw()
    .all() as [type: string, name: string, sql: string][];
  for (const [type, name] of derived) database.exec(`DROP ${type} "${name}"`);
  const inserts = new Map(
    TABLES.map(({ name }) => {
      const { insert } = changeTemplates(db, name);
      return [name, { insert, statement: database.prepare(insert.sql) }];
    }),
  );
  const write = (collection: CollectionName, doc: Parameters<typeof toStored>[1], rev: number): boolean => {
    const { insert, statement } = inserts.get(collection) as NonNullable<ReturnType<typeof inserts.get>>;
    return statement.run(bind(insert, storedValues(toStored(collection, doc, rev)))).changes === 1;
  };
  return {
    async load(documents) {
      database.exec('BEGIN');
      const all = documents.every(({ collection, doc }) => write(collection, doc, doc.rev));
      database.exec('COMMIT');
      return all ? 'done' : 'conflict';
    },
    async end() {
      for (const { name, sides } of TABLES)
        for (const { name: side, field, columns } of sides) {
          const list = columns.map((column) => `, "${column}"`).join('');
          database.exec(
            `INSERT INTO "${side}" (value, id${list}) SELECT one.value, "${name}".id${list} FROM "${name}", json_each("${field.field}") AS one`,
          );
        }
      for (const [, , sql] of derived) database.exec(sql);
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}
