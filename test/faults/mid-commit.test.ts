import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Change, Draft, Store } from '../../cloudfunctions/_core/store';
import { openPostgres } from '../../server/store/postgres';
import { openSqlite } from '../../server/store/sqlite';
import { withPostgres } from '../postgres/with-postgres';

const insert = (collection: Change['collection'], id: string): Change => ({
  kind: 'insert',
  collection,
  doc: { id, scope: 's', day: '2026-03-10', people: ['p', 'q'] } as Draft,
});
/** Three documents, the middle one of which the engine will not write where the id says so. */
const commitOf = (id: string): readonly Change[] => [insert('attempts', id), insert('audit', id), insert('visits', id)];

const idsIn = async (store: Store): Promise<readonly string[][]> =>
  Promise.all(
    (['attempts', 'audit', 'visits'] as const).map(async (collection) =>
      (await store.find({ collection, limit: 1000 })).docs.map(({ id }) => id),
    ),
  );
const outcomesOf = async (store: Store, ids: readonly string[]): Promise<readonly string[]> =>
  (await Promise.allSettled(ids.map((id) => store.commit(commitOf(id))))).map((one) =>
    one.status === 'fulfilled' ? one.value : 'failed',
  );

const IDS = ['a', 'b', 'bad-1', 'c', 'bad-2', 'd'];
const expectWhole = async (store: Store, kept: readonly string[]): Promise<void> => {
  expect(await idsIn(store)).toEqual([kept, kept, kept]);
  expect((await store.find({ collection: 'visits', eq: { people: 'p' } })).docs.map(({ id }) => id)).toEqual(kept);
};

describe('提交到一半出错 · SQLite', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mid-'));
    store = await openSqlite(join(folder, 'store.db'));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const command = (sql: string): void => {
    const database = new Database(join(folder, 'store.db'));
    database.exec(sql);
    database.close();
  };

  // ABORT takes back the statement, FAIL stops in it, ROLLBACK ends the whole transaction as a full disk does.
  test.each(['ABORT', 'FAIL', 'ROLLBACK'])(
    '数据库中途 %s：出错的一个字不留，别人的不受牵连或整组不算，接着能用',
    async (how) => {
      command(`CREATE TRIGGER trouble BEFORE INSERT ON audit WHEN NEW.id LIKE 'bad%'
      BEGIN SELECT RAISE(${how}, 'disk I/O error'); END`);
      const outcomes = await outcomesOf(store, IDS);
      const kept = IDS.filter((_, i) => outcomes[i] === 'done');
      expect(outcomes.filter((_, i) => IDS[i]?.startsWith('bad'))).toEqual(['failed', 'failed']);
      if (how !== 'ROLLBACK') expect(kept).toEqual(['a', 'b', 'c', 'd']);
      await expectWhole(store, kept);
      command('DROP TRIGGER trouble');
      const left = IDS.filter((id) => !kept.includes(id));
      expect(await outcomesOf(store, left)).toEqual(left.map(() => 'done'));
      await expectWhole(store, [...IDS].sort());
    },
  );
});

withPostgres('提交到一半出错 · PostgreSQL', (cluster) => {
  test('数据库中途出错、连接中途被切断：出错的一个字不留，接着能用', async () => {
    const url = await cluster().freshDatabase();
    const name = new URL(url).pathname.slice(1);
    const store = await openPostgres(url, { patienceMs: 20_000 });
    await cluster().query(
      `CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.id LIKE 'bad%' THEN RAISE EXCEPTION 'disk I/O error'; END IF;
         IF NEW.id LIKE 'cut%' THEN
           PERFORM pg_terminate_backend(pg_backend_pid());
           PERFORM pg_sleep(5);
         END IF;
         RETURN NEW; END $$;
       CREATE TRIGGER trouble BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION trouble();`,
      name,
    );
    expect(await outcomesOf(store, IDS)).toEqual(['done', 'done', 'failed', 'done', 'failed', 'done']);
    await expectWhole(store, ['a', 'b', 'c', 'd']);
    // Sent again and again until it is let through.
    const cut = store.commit(commitOf('cut'));
    const other = store.commit(commitOf('e'));
    expect(await other).toBe('done');
    await cluster().query('DROP TRIGGER trouble ON audit', name);
    expect(await cut).toBe('done');
    await expectWhole(store, ['a', 'b', 'c', 'cut', 'd', 'e']);
    await store.close();
  });
});
