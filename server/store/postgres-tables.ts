import { CONFLICT } from './postgres-errors';
import type { MainTable, SideTable } from './tables';

/** Texts are compared byte by byte, as the other engines do it. */
const TEXT = 'text COLLATE "C"';

/** Room in each page for the next version of its rows: a put that moves no index field then touches no index. */
const TABLE_OPTIONS = 'WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05)';

/**
 * `expect_changes` takes back the whole statement where a part of it did not find what it expects. `hold_absent` answers
 * whether an id is free, and keeps it free until the transaction ends: whoever wants to insert it has to wait.
 */
export const FUNCTIONS = `
CREATE OR REPLACE FUNCTION expect_changes(counted bigint, expected bigint) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  IF counted <> expected THEN
    RAISE EXCEPTION 'another writer was faster: the program reads again and decides again' USING ERRCODE = '${CONFLICT}';
  END IF;
  RETURN 1;
END $$;
CREATE OR REPLACE FUNCTION hold_absent(collection text, wanted text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  changed int;
BEGIN
  EXECUTE format('INSERT INTO %I (id, scope, rev, body) VALUES ($1, '''', 0, '''') ON CONFLICT (id) DO NOTHING', collection)
    USING wanted;
  GET DIAGNOSTICS changed = ROW_COUNT;
  IF changed = 1 THEN
    EXECUTE format('DELETE FROM %I WHERE id = $1', collection) USING wanted;
  END IF;
  RETURN changed = 1;
END $$;`;

const list = (columns: readonly string[]): string => columns.map((one) => `"${one}"`).join(', ');

const index = (table: string, columns: readonly string[]): string =>
  `CREATE INDEX "${table}_by_${columns.join('_')}" ON "${table}" (${list(columns)});`;

/** A table of documents with its indexes, and its side tables with what keeps them equal to the arrays. */
export function tableDefinition({ name, fields, indexes, sides }: MainTable, lz4: boolean): string {
  const typeOf = (field: string): string => {
    const one = fields.find((declared) => declared.field === field);
    return one?.type === 'number' && !one.many ? 'double precision' : TEXT;
  };
  return [
    `CREATE TABLE "${name}" (id ${TEXT} PRIMARY KEY, scope ${TEXT} NOT NULL, rev int NOT NULL,
      body text ${lz4 ? 'COMPRESSION lz4 ' : ''}NOT NULL${fields.map(({ field }) => `, "${field}" ${typeOf(field)}`).join('')})
      ${TABLE_OPTIONS};`,
    ...indexes.map((columns) => index(name, [...columns, 'id'])),
    ...sides.flatMap((side) => [
      `CREATE TABLE "${side.name}" (value ${side.field.type === 'number' ? 'double precision' : TEXT} NOT NULL,
        id ${TEXT} NOT NULL${side.columns.map((column) => `, "${column}" ${typeOf(column)}`).join('')});`,
      ...side.orders.map((columns) => index(side.name, ['value', ...columns, 'id'])),
      index(side.name, ['id']),
      filling(name, side),
    ]),
  ].join('\n');
}

/** The engine itself keeps a side table equal to the array, and leaves it alone where nothing in it has changed. */
function filling(main: string, { name, field, columns }: SideTable): string {
  const of = (row: 'OLD' | 'NEW', names: readonly string[]): string =>
    names.map((column) => `${row}."${column}"`).join(', ');
  const copied = [field.field, ...columns];
  const value = field.type === 'number' ? 'one::double precision' : 'one';
  const begun = `FOR EACH ROW WHEN`;
  return `
CREATE FUNCTION "${name}_fill"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM "${name}" WHERE id = OLD.id;
  END IF;
  INSERT INTO "${name}" (${list(['value', 'id', ...columns])})
    SELECT ${[value, of('NEW', ['id', ...columns])].join(', ')} FROM json_array_elements_text(NEW."${field.field}"::json) AS one;
  RETURN NULL;
END $$;
CREATE TRIGGER "${name}_insert" AFTER INSERT ON "${main}" ${begun} (NEW."${field.field}" <> '[]')
  EXECUTE FUNCTION "${name}_fill"();
CREATE TRIGGER "${name}_update" AFTER UPDATE ON "${main}" ${begun}
  (ROW(${of('OLD', copied)}) IS DISTINCT FROM ROW(${of('NEW', copied)})) EXECUTE FUNCTION "${name}_fill"();`;
}
