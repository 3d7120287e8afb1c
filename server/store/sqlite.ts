import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { Prepared } from '../../cloudfunctions/_core/changes';
import { type CollectionName, indexesOf } from '../../cloudfunctions/_core/collections';
import type { MovableStore } from '../move/depot';
import { groupCommit } from './group-commit';
import { sqlStore } from './sql';
import { migrate } from './sqlite-schema';
import { COLLECTION_NAMES } from './tables';
import {
  bind,
  type ChangeTemplates,
  changeTemplates,
  storedValues,
  type Tables,
  type Template,
  type Values,
} from './templates';

type Statement = ReturnType<Database.Database['prepare']>;

/** How long a commit waits for another process that writes to the same file. */
const BUSY_MS = 5000;

/** Pages held in memory, so that what is asked again and again is not fetched from the system each time. */
const CACHE_KIB = 32 * 1024;

/** Pages in the log before they are brought over to the file: the more, the fewer are written twice. 16 MB. */
const LOG_PAGES = 4000;

/**
 * One file on one machine; `:memory:` for a store that ends with the process.
 * An acknowledged commit has reached the disk (WAL, synchronous=FULL).
 */
export async function openSqlite(file: string): Promise<MovableStore> {
  const database = new Database(file, { timeout: BUSY_MS });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    migrate(database, db);
  } catch (failure) {
    database.close();
    throw failure;
  }

  const statements = new Map<Template, Statement>();
  const prepared = (template: Template): Statement => {
    const known = statements.get(template);
    if (known) return known;
    const made = database.prepare(template.sql);
    if (made.reader) made.raw();
    statements.set(template, made);
    return made;
  };
  const rows = (template: Template, values: Values): readonly (readonly unknown[])[] => {
    const statement = prepared(template);
    if (!template.single) return statement.all(bind(template, values)) as unknown[][];
    const row = statement.get(bind(template, values)) as unknown[] | undefined;
    return row ? [row] : [];
  };

  const writes = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, writer(changeTemplates(db, name), name)]));
  /** @returns whether the change found what it expects */
  const apply = (change: Prepared): boolean => {
    const { insert, held, put, fields } = writes[change.collection] as ReturnType<typeof writer>;
    const run = (template: Template, values: Values): boolean =>
      prepared(template).run(bind(template, values)).changes === 1;
    if (change.kind === 'insert') return run(insert, storedValues(change));
    const [rev = 0, ...before] = rows(held, { id: change.id })[0] ?? [];
    if (rev !== change.from) return false;
    if (change.kind === 'check') return true;
    const values: Values = { ...storedValues(change), from: rev };
    return run(put(fields.filter((field, i) => before[i] !== values[field])), values);
  };
  const group = groupCommit(database, (changes: readonly Prepared[]) => changes.every(apply));

  return sqlStore({
    db,
    rows: async (template, values) => rows(template, values),
    snapshot: async (look) => {
      database.exec('BEGIN');
      try {
        return await look(async (template, values) => rows(template, values));
      } finally {
        database.exec('COMMIT');
      }
    },
    commit: async (changes) => ((await group.commit(changes)) ? 'done' : 'conflict'),
    close: async () => {
      group.flush();
      // The library keeps prepared statements past close, and with them the connection: what is in the log must not wait for it.
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  });
}

/** An index costs a write for each column that is set, changed or not: a put sets only what differs. */
function writer({ insert, held, put }: ChangeTemplates, collection: CollectionName) {
  const puts = new Map<string, Template>();
  return {
    insert,
    held,
    fields: indexesOf(collection).map(({ field }) => field),
    put(changed: readonly string[]): Template {
      const shape = changed.join();
      const known = puts.get(shape) ?? put(changed);
      puts.set(shape, known);
      return known;
    },
  };
}
