import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../server/cannot-start';
import { seedDemo } from '../../server/demo/seed';
import { prepareStore } from '../../server/first-start';
import { openSeeded, openStore } from '../../server/open';
import { insert } from '../contract/store.contract';
import { withPostgres } from './with-postgres';

const NOW = Date.parse('2026-03-10T10:00:00+08:00');

withPostgres('演示和 PostgreSQL 里真实的数据', (cluster) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guard-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const database = async () => ({ url: await cluster().freshDatabase(), poolSize: 2, patienceMs: 5000 });
  const seed = (empty: Parameters<typeof seedDemo>[0]) => seedDemo(empty, NOW, () => undefined);

  test('里面是正式的数据：不载入，也不启动', async () => {
    const real = await database();
    const store = await openStore(folder, real);
    await prepareStore(store, false, NOW);
    await store.close();
    const opened = await openSeeded(folder, seed, real);
    await expect(prepareStore(opened, true, NOW)).rejects.toThrow(CannotStart);
    expect((await opened.find({ collection: 'persons' })).docs).toEqual([]);
    await opened.close();
  });

  test('里面有记录而没有设置（导入了一半）：不把演示数据混进去，说出原因', async () => {
    const half = await database();
    const store = await openStore(folder, half);
    await store.commit([insert({ id: 'v:1', scope: 's' })]);
    await expect(openSeeded(folder, seed, half)).rejects.toThrow(/^这里已经有别的数据/);
    expect((await store.find({ collection: 'settings' })).docs).toEqual([]);
    expect((await store.find({ collection: 'visits' })).docs).toHaveLength(1);
    await store.close();
  });
});
