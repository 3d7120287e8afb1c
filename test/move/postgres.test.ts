import { readFileSync } from 'node:fs';
import type { MovableStore } from '../../server/move/depot';
import { loadArchive } from '../../server/move/load-archive';
import { writeArchive } from '../../server/move/write-archive';
import { openPostgres } from '../../server/store/postgres';
import { openSqlite } from '../../server/store/sqlite';
import { verifyHistories } from '../../server/verify-histories';
import { withPostgres } from '../postgres/with-postgres';
import { fill, folderFor, liveThrough, silent } from './samples';

withPostgres('搬家：SQLite、PostgreSQL、归档', (cluster) => {
  let folder: ReturnType<typeof folderFor>;
  let postgres: MovableStore;
  let sqlite: MovableStore;
  beforeEach(async () => {
    folder = folderFor('move');
    postgres = await openPostgres(await cluster().freshDatabase());
    sqlite = await openSqlite(':memory:');
  });
  afterEach(async () => {
    await postgres.close();
    await sqlite.close();
    folder.remove();
  });

  const exported = async (store: MovableStore, name: string): Promise<string> => {
    await writeArchive(store, folder.path(name), silent);
    return readFileSync(folder.path(name), 'utf8');
  };
  const load = (store: MovableStore, name: string) => loadArchive(store, folder.path(name), silent);

  test('SQLite → 归档 → PostgreSQL → 归档：一个字节不差', async () => {
    await liveThrough(sqlite);
    await fill(sqlite, 1200);
    const first = await exported(sqlite, 'a.jsonl');
    await load(postgres, 'a.jsonl');
    expect(await exported(postgres, 'b.jsonl')).toBe(first);
    expect(await verifyHistories(postgres)).toEqual(await verifyHistories(sqlite));
    expect(await load(postgres, 'a.jsonl')).toMatchObject({ before: first.split('\n').length - 3 });
  });

  test('PostgreSQL → 归档 → SQLite → 归档：一个字节不差', async () => {
    await liveThrough(postgres);
    await fill(postgres, 600);
    const first = await exported(postgres, 'a.jsonl');
    await load(sqlite, 'a.jsonl');
    expect(await exported(sqlite, 'b.jsonl')).toBe(first);
    expect(await verifyHistories(sqlite)).toEqual(await verifyHistories(postgres));
  });

  test('一直有人在写时导出：是同一时刻的样子', async () => {
    let writing = true;
    const writer = async (own: number): Promise<void> => {
      for (let i = 0; writing; i += 1) {
        const doc = { id: `v:${own}:${i}`, scope: 's' };
        await postgres.commit([
          { kind: 'insert', collection: 'visits', doc },
          { kind: 'insert', collection: 'audit', doc },
        ]);
      }
    };
    await fill(postgres, 2000);
    const writers = [0, 1, 2, 3].map(writer);
    const written = () => postgres.snapshot((at) => at.count('visits'));
    for (const end = Date.now() + 20_000; (await written()) < 20 && Date.now() < end; );
    const text = await exported(postgres, 'a.jsonl');
    const after = await written();
    writing = false;
    await Promise.all(writers);
    const ids = (collection: string): string[] =>
      [...text.matchAll(new RegExp(`"collection":"${collection}","doc":\\{"id":"([^"]+)"`, 'g'))].map(
        ([, id]) => id ?? '',
      );
    expect(ids('visits')).toEqual(ids('audit'));
    expect(ids('visits').length).toBeGreaterThanOrEqual(20);
    expect(after).toBeGreaterThan(ids('visits').length);
  });
});
