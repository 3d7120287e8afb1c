import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { SettingsDoc } from '../../cloudfunctions/_core/documents';
import type { Store } from '../../cloudfunctions/_core/store';
import { CannotStart } from '../../server/cannot-start';
import { openSeeded, openStore } from '../../server/open';
import { openPostgres } from '../../server/store/postgres';
import { lockSchema } from '../../server/store/postgres-schema';
import { insert, put, visit } from '../contract/store.contract';
import { until } from './cluster';
import { withPostgres } from './with-postgres';

withPostgres('PostgreSQL 的表', (cluster) => {
  let url: string;
  beforeEach(async () => {
    url = await cluster().freshDatabase();
  });
  const ask = async (sql: string): Promise<Record<string, unknown>[]> =>
    cluster().query(sql, new URL(url).pathname.slice(1));
  const database = () => ({ url, poolSize: 4, patienceMs: 5000 });

  test('关闭再开，所有确认过的都在', async () => {
    const first = await openPostgres(url);
    await first.commit([insert({ id: 'v:1', scope: 's', people: ['p'], day: '2026-03-01' })]);
    const waiting = first.commit([put({ id: 'v:1', scope: 's', people: ['q'], day: '2026-03-02' }, 1)]);
    await first.close();
    expect(await waiting).toBe('done');
    const second = await openPostgres(url);
    const { docs } = await second.find({ collection: 'visits', eq: { people: 'q' }, order: { field: 'day' } });
    expect(docs).toEqual([{ id: 'v:1', scope: 's', people: ['q'], day: '2026-03-02', rev: 2 }]);
    await second.close();
    await expect(second.commit([insert({ id: 'v:2', scope: 's' })])).rejects.toThrow('closed');
  });

  test('六个同时第一次打开：表只建一次，人人可用', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url)));
    await Promise.all(stores.map((store, i) => store.commit([insert({ id: `v:${i}`, scope: 's' })])));
    for (const store of stores) expect((await store.find({ collection: 'visits' })).docs).toHaveLength(6);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('别人正在改表：等多久都等，不受语句的时限', async () => {
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN');
    await lockSchema(holder);
    const opening = openPostgres(url, { statementMs: 50, connectMs: 200, lockMs: 50 });
    await until('it has waited for longer than its limits', async () => {
      const waiting = await ask(`SELECT FROM pg_stat_activity WHERE wait_event = 'advisory'
        AND clock_timestamp() - query_start > interval '1 second'`);
      return waiting.length > 0 || undefined;
    });
    await holder.query('COMMIT');
    await holder.end();
    const store = await opening;
    expect(await store.commit([insert({ id: 'a', scope: 's' })])).toBe('done');
    await store.close();
  });

  test('索引的声明变了：几个同时打开，由文档重建一次，查询照常', async () => {
    const first = await openPostgres(url);
    const docs = Array.from({ length: 1200 }, (_, i) => ({
      id: `v:${i}`,
      scope: 's',
      people: [`p${i % 7}`],
      dueAt: i,
    }));
    await first.commit(docs.map((doc) => insert(doc)));
    await first.commit([put({ id: 'v:0', scope: 's', people: ['p0'], dueAt: 5000, note: 'a\0b' }, 1)]);
    await first.close();
    await ask(`ALTER TABLE visits DROP COLUMN "dueAt"; ALTER TABLE visits ADD COLUMN other text; CREATE INDEX ON visits (other);
      DROP TABLE visits_people CASCADE; UPDATE schema_version SET derived = replace(derived, '"type":"number"', '"type":"text"')`);

    const stores = await Promise.all(Array.from({ length: 3 }, () => openPostgres(url)));
    const second = stores[0] as Store;
    const revs = (await second.get(docs.map(({ id }) => visit(id)))).map((doc) => doc?.rev);
    expect(revs).toEqual([2, ...Array(1199).fill(1)]);
    const order = { field: 'dueAt', down: true };
    const found = await second.find({ collection: 'visits', eq: { people: 'p0' }, order });
    expect(found.docs).toHaveLength(100);
    expect(found.docs[0]).toMatchObject({ id: 'v:0', dueAt: 5000, note: 'a\0b' });
    expect(await second.commit([put({ id: 'v:1', scope: 's' }, 1), insert({ id: 'v:1200', scope: 's' })])).toBe('done');
    expect(await ask(`SELECT relname FROM pg_class WHERE relname LIKE 'old_%'`)).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('由更新的程序写过的数据库，不去碰它', async () => {
    await (await openPostgres(url)).close();
    await ask('UPDATE schema_version SET version = 999');
    await expect(openPostgres(url)).rejects.toThrow('999');
    await expect(openStore('nowhere', database())).rejects.toThrow(CannotStart);
  });

  test('文字按字节比较，正文原样是文字', async () => {
    await (await openPostgres(url)).close();
    const columns = await ask(`SELECT data_type, collation_name FROM information_schema.columns
      WHERE table_name = 'visits' AND column_name IN ('id', 'day', 'scope') GROUP BY 1, 2`);
    expect(columns).toEqual([{ data_type: 'text', collation_name: 'C' }]);
  });

  test('数组的边表与数组总是相同：变了才动，没变不动', async () => {
    const store = await openPostgres(url);
    const rows = () => ask('SELECT value, day, xmin::text AS written FROM visits_people ORDER BY value COLLATE "C"');
    await store.commit([insert({ id: 'v', scope: 's', people: ['q', 'p'], day: '2026-03-01' })]);
    const first = await rows();
    expect(first).toMatchObject([{ value: 'p', day: '2026-03-01' }, { value: 'q' }]);
    await store.commit([put({ id: 'v', scope: 's', people: ['q', 'p'], day: '2026-03-01', note: 1 }, 1)]);
    expect(await rows()).toEqual(first);
    await store.commit([put({ id: 'v', scope: 's', people: ['q'], day: '2026-03-02' }, 2)]);
    expect(await rows()).toMatchObject([{ value: 'q', day: '2026-03-02' }]);
    await store.commit([put({ id: 'v', scope: 's' }, 3)]);
    expect(await rows()).toEqual([]);
    await store.close();
  });

  test('关掉了同步提交的服务器：我们的提交仍等到落盘', async () => {
    const name = new URL(url).pathname.slice(1);
    await cluster().query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    const before = await ask('SHOW synchronous_commit');
    expect(before).toEqual([{ synchronous_commit: 'off' }]);
    const client = new Client({ connectionString: url });
    await client.connect();
    const store = await openPostgres(url);
    // What the function says becomes the index value of what is written by the same connection.
    await client.query(`CREATE FUNCTION say() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.scope := current_setting('synchronous_commit'); RETURN NEW; END $$;
      CREATE TRIGGER say BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION say()`);
    await store.commit([insert({ id: 'a', scope: 's' }, 'audit')]);
    expect(await ask('SELECT scope FROM audit')).toEqual([{ scope: 'on' }]);
    await client.end();
    await store.close();
  });

  test('搬家用的一瞥：看见的是同一刻，其间的提交不在其中', async () => {
    const store = await openPostgres(url);
    await store.load([{ collection: 'visits', doc: { id: 'a', scope: 's', rev: 7 } }]);
    await store.snapshot(async (at) => {
      expect(await at.count('visits')).toBe(1);
      const other = await openPostgres(url);
      await other.commit([insert({ id: 'b', scope: 's' })]);
      await other.close();
      expect(await at.count('visits')).toBe(1);
      expect(await at.bodies('visits', '', 10)).toEqual(['{"id":"a","scope":"s","rev":7}']);
    });
    expect((await store.find({ collection: 'visits' })).docs).toHaveLength(2);
    await store.close();
  });

  describe('演示数据', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'data-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));
    const settings = {
      kind: 'insert',
      collection: 'settings',
      doc: { id: 'settings', scope: 'city', inheritFrom: {}, demo: true, log: [] },
    } as const;

    test('四个同时启动：只载入一次，人人看见全部', async () => {
      let times = 0;
      const seed = async (empty: Store): Promise<void> => {
        times += 1;
        await empty.commit([settings]);
        for (let i = 0; i < 5; i += 1) await empty.commit([insert({ id: `v:${i}`, scope: 's' })]);
      };
      const stores = await Promise.all(Array.from({ length: 4 }, () => openSeeded(folder, seed, database())));
      expect(times).toBe(1);
      for (const store of stores) expect((await store.find({ collection: 'visits' })).docs).toHaveLength(5);
      await Promise.all(stores.map((store) => store.close()));
    });

    test('载入到一半失败，什么也没留下，下次从头载入', async () => {
      const half = async (empty: Store): Promise<void> => {
        await empty.commit([settings]);
        throw new Error('broken off');
      };
      await expect(openSeeded(folder, half, database())).rejects.toThrow('broken off');
      const store = await openSeeded(folder, async (empty) => void (await empty.commit([settings])), database());
      expect(await store.get<SettingsDoc>([{ collection: 'settings', id: 'settings' }])).toMatchObject([
        { demo: true },
      ]);
      await store.close();
    });
  });
});
