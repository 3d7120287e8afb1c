import type { Kysely } from 'kysely';
import type Database from 'libsql';
import type { Doc } from '../../cloudfunctions/_core/store';
import { toStored } from '../../cloudfunctions/_core/stored';
import { type MainTable, type SideTable, TABLES } from './tables';
import { bind, changeTemplates, storedValues, type Tables } from './templates';

type Sqlite = Database.Database;

/** Raised by hand when the shape of `id, scope, rev, body` itself changes; a step from the version before goes here. */
const VERSION = 1;

/**
 * Makes the tables, or makes them anew from the documents where COLLECTIONS or their layout has changed since. One
 * transaction: a process killed in the middle leaves the file as it was, and a second process waits for the first.
 * @throws Error where the file was written by a later version of the program
 */
export function migrate(database: Sqlite, db: Kysely<Tables>): void {
  database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, derived TEXT NOT NULL)');
  const layout = TABLES.flatMap((table) => definition(db, table));
  /** Where another layout was kept, everything is laid out anew. */
  const derived = JSON.stringify(layout);
  database
    .transaction(() => {
      const [found] = database.prepare('SELECT version, derived FROM schema_version').raw().all() as [number, string][];
      if (found && found[0] > VERSION) throw new Error(`the database has version ${found[0]}, this program ${VERSION}`);
      if (found?.[1] === derived) return;
      const kept = setAside(database);
      for (const statement of layout) database.exec(statement);
      for (const table of TABLES) if (kept.includes(table.name)) refill(database, db, table);
      database.exec('DELETE FROM schema_version');
      database.prepare('INSERT INTO schema_version VALUES (?, ?)').run(VERSION, derived);
    })
    .immediate();
}

/** Drops all that is derived and renames the tables that hold documents. */
function setAside(database: Sqlite): readonly string[] {
  const objects = database
    .prepare("SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'schema_version'")
    .raw()
    .all() as [string, string][];
  const isSide = ([type, name]: [string, string]): boolean => type === 'table' && name.includes('_');
  for (const [type, name] of objects) if (type === 'trigger') database.exec(`DROP TRIGGER "${name}"`);
  for (const [type, name] of objects) if (type === 'index') database.exec(`DROP INDEX "${name}"`);
  for (const one of objects) if (isSide(one)) database.exec(`DROP TABLE "${one[1]}"`);
  const kept = objects.filter((one) => one[0] === 'table' && !isSide(one)).map(([, name]) => name);
  for (const { name } of TABLES)
    if (kept.includes(name)) database.exec(`ALTER TABLE "${name}" RENAME TO "old_${name}"`);
  return kept;
}

function refill(database: Sqlite, db: Kysely<Tables>, { name }: MainTable): void {
  const { insert } = changeTemplates(db, name);
  const write = database.prepare(insert.sql);
  const read = database.prepare(`SELECT id, body FROM "old_${name}" WHERE id > ? ORDER BY id LIMIT 500`).raw();
  for (let last = '', more = true; more; ) {
    const rows = read.all(last) as [string, string][];
    for (const [id, body] of rows) {
      const doc = JSON.parse(body) as Doc;
      write.run(bind(insert, storedValues(toStored(name, doc, doc.rev))));
      last = id;
    }
    more = rows.length > 0;
  }
  database.exec(`DROP TABLE "old_${name}"`);
}

function definition(db: Kysely<Tables>, { name, fields, indexes, sides }: MainTable): readonly string[] {
  const { schema } = db;
  const main = fields.reduce(
    (table, { field, type, many }) => table.addColumn(field, type === 'number' && !many ? 'double precision' : 'text'),
    schema
      .createTable(name)
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('rev', 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull()),
  );
  const index = (table: string, columns: readonly string[]): string =>
    schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns([...columns])
      .compile().sql;
  return [
    main.compile().sql,
    ...indexes.map((columns) => index(name, [...columns, 'id'])),
    ...sides.flatMap((side) => [
      sideDefinition(db, side, fields),
      ...side.orders.map((columns) => index(side.name, ['value', ...columns, 'id'])),
      ...triggers(name, side),
    ]),
  ];
}

const sideDefinition = ({ schema }: Kysely<Tables>, side: SideTable, fields: MainTable['fields']): string =>
  side.columns
    .reduce(
      (table, column) =>
        table.addColumn(column, fields.find(({ field }) => field === column)?.type === 'number' ? 'real' : 'text'),
      schema
        .createTable(side.name)
        .addColumn('value', side.field.type === 'number' ? 'real' : 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull()),
    )
    .compile().sql;

/**
 * The engine itself keeps a side table equal to the array, and leaves it alone where nothing in it has changed. What was in
 * it is found again by its own values: an index by id would cost every write, and serve this alone.
 */
function triggers(main: string, { name, field, columns }: SideTable): readonly string[] {
  const copied = [field.field, ...columns];
  const list = columns.map((column) => `, "${column}"`).join('');
  const values = columns.map((column) => `, NEW."${column}"`).join('');
  const old = columns.map((column) => ` AND "${column}" IS OLD."${column}"`).join('');
  const clear = `DELETE FROM "${name}" WHERE value IN (SELECT value FROM json_each(OLD."${field.field}"))${old} AND id = OLD.id;`;
  const fill = `INSERT INTO "${name}" (value, id${list}) SELECT value, NEW.id${values} FROM json_each(NEW."${field.field}");`;
  const changed = copied.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ');
  return [
    `CREATE TRIGGER "${name}_insert" AFTER INSERT ON "${main}" BEGIN ${fill} END`,
    `CREATE TRIGGER "${name}_update" AFTER UPDATE ON "${main}" WHEN ${changed}
     BEGIN ${clear} ${fill} END`,
  ];
}
