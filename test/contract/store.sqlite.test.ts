import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqlite } from '../../server/store/sqlite';
import { insert, put, storeContract, visit } from './store.contract';
import { storeProperty } from './store.property';

const inMemory = async () => {
  const store = await openSqlite(':memory:');
  return { store, close: () => store.close() };
};

storeContract('SQLite', inMemory);
storeProperty('SQLite', inMemory, 100);

describe('SQLite 文件', () => {
  let folder: string;
  const file = (): string => join(folder, 'store.db');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('关闭再开，所有确认过的都在', async () => {
    const first = await openSqlite(file());
    await first.commit([insert({ id: 'v:1', scope: 's', people: ['p'], day: '2026-03-01' })]);
    await first.commit([put({ id: 'v:1', scope: 's', people: ['q'], day: '2026-03-02' }, 1)]);
    await first.close();
    const second = await openSqlite(file());
    expect(await second.get([visit('v:1')])).toEqual([
      { id: 'v:1', scope: 's', people: ['q'], day: '2026-03-02', rev: 2 },
    ]);
    const { docs } = await second.find({ collection: 'visits', eq: { people: 'q' }, order: { field: 'day' } });
    expect(docs).toHaveLength(1);
    await second.close();
  });

  test('关闭时还在排队的提交先写完', async () => {
    const first = await openSqlite(file());
    const waiting = first.commit([insert({ id: 'v:1', scope: 's' })]);
    await first.close();
    expect(await waiting).toBe('done');
    const second = await openSqlite(file());
    expect(await second.get([visit('v:1')])).toMatchObject([{ rev: 1 }]);
    await second.close();
  });

  test('两个打开者看见同一份，版本冲突照样算', async () => {
    const [a, b] = [await openSqlite(file()), await openSqlite(file())];
    expect(await a.commit([insert({ id: 'v:1', scope: 's' })])).toBe('done');
    expect(await b.commit([insert({ id: 'v:1', scope: 's' })])).toBe('conflict');
    const answers = await Promise.all([a, b].map((one) => one.commit([put({ id: 'v:1', scope: 's' }, 1)])));
    expect(answers.sort()).toEqual(['conflict', 'done']);
    await Promise.all([a.close(), b.close()]);
  });

  test('索引的声明变了：打开时由文档重建，查询照常', async () => {
    const first = await openSqlite(file());
    const docs = Array.from({ length: 700 }, (_, i) => ({ id: `v:${i}`, scope: 's', people: [`p${i % 7}`], dueAt: i }));
    await Promise.all(docs.map((doc) => first.commit([insert(doc)])));
    await first.commit([put({ id: 'v:0', scope: 's', people: ['p0'], dueAt: 5000 }, 1)]);
    await first.close();
    const database = new Database(file());
    database.exec(`UPDATE schema_version SET derived = 'other'; DROP TABLE visits_people; DROP TRIGGER visits_people_insert;
      DROP TRIGGER visits_people_update; DROP INDEX visits_by_dueAt_id; ALTER TABLE visits DROP COLUMN dueAt`);
    database.close();

    const second = await openSqlite(file());
    expect((await second.get(docs.map(({ id }) => visit(id)))).map((doc) => doc?.rev)).toEqual([
      2,
      ...Array(699).fill(1),
    ]);
    const found = await second.find({
      collection: 'visits',
      eq: { people: 'p0' },
      order: { field: 'dueAt', down: true },
    });
    expect(found.docs).toHaveLength(100);
    expect(found.docs[0]).toMatchObject({ id: 'v:0', dueAt: 5000 });
    expect(await second.commit([put({ id: 'v:1', scope: 's' }, 1), insert({ id: 'v:700', scope: 's' })])).toBe('done');
    await second.close();
  });

  test('由更新的程序写过的文件，不去碰它', async () => {
    await (await openSqlite(file())).close();
    const database = new Database(file());
    database.exec('UPDATE schema_version SET version = 999');
    database.close();
    await expect(openSqlite(file())).rejects.toThrow('999');
  });

  test('文件以 WAL 记日志', async () => {
    await (await openSqlite(file())).close();
    const database = new Database(file());
    expect(database.pragma('journal_mode', { simple: true })).toMatchObject({ journal_mode: 'wal' });
    database.close();
  });
});
