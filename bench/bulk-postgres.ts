import type { Client } from 'pg';
import type { MovableStore } from '../server/move/depot';
import { TABLES } from '../server/store/tables';
import type { Loader } from './ground';

interface IndexRow {
  readonly indexname: string;
  readonly indexdef: string;
}

/** The same as for SQLite: rows first, then side tables and indexes at one go. @param client of the same database */
export async function bulkPostgres(store: MovableStore, client: Client): Promise<Loader> {
  const names = TABLES.flatMap(({ name, sides }) => [name, ...sides.map((side) => side.name)]);
  const { rows: indexes } = await client.query<IndexRow>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY ($1)
     AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    [names],
  );
  for (const { indexname } of indexes) await client.query(`DROP INDEX "${indexname}"`);
  const triggers = async (what: 'DISABLE' | 'ENABLE'): Promise<void> => {
    for (const { name, sides } of TABLES)
      if (sides.length > 0) await client.query(`ALTER TABLE "${name}" ${what} TRIGGER USER`);
  };
  await triggers('DISABLE');
  return {
    load: (documents) => store.load(documents),
    async end() {
      await store.close();
      for (const { name, sides } of TABLES)
        for (const { name: side, field, columns } of sides) {
          const list = columns.map((column) => `, "${column}"`).join('');
          const value = field.type === 'number' ? 'one::double precision' : 'one';
          await client.query(
            `INSERT INTO "${side}" (value, id${list}) SELECT ${value}, main.id${list}
             FROM "${name}" AS main, json_array_elements_text(main."${field.field}"::json) AS one`,
          );
        }
      await triggers('ENABLE');
      await client.query("SET maintenance_work_mem = '1GB'");
      for (const { indexdef } of indexes) await client.query(indexdef);
      // Outside any transaction, and each by itself.
      await client.query('VACUUM ANALYZE');
      await client.query('CHECKPOINT');
      await client.end();
    },
  };
}
