import type { Store } from '../../cloudfunctions/_core/store';
import { openPostgres } from '../../server/store/postgres';
import { findAll } from '../contract/store.contract';
import { withPostgres } from './with-postgres';
import { startWriters } from './writers';

const ROUNDS = 3;
const ACKNOWLEDGED = 600;

withPostgres('写入循环中 PostgreSQL 被 kill -9', (cluster) => {
  let store: Store;
  afterEach(() => store.close());

  test('重新起来以后：确认过的一条不少，没有半个提交，写入自己接上', async () => {
    store = await openPostgres(await cluster().freshDatabase());
    const writers = startWriters(store, 16);
    for (let round = 1; round <= ROUNDS; round += 1) {
      await writers.acknowledged(writers.done.length + ACKNOWLEDGED);
      await cluster().kill();
      await cluster().start();
    }
    await writers.acknowledged(writers.done.length + ACKNOWLEDGED);
    await writers.stop();

    const visits = (await findAll(store, { collection: 'visits', limit: 1000 })).map(({ id }) => id);
    const audit = (await findAll(store, { collection: 'audit', limit: 1000 })).map(({ id }) => id);
    expect(visits).toEqual(audit);
    const kept = new Set(visits);
    expect(writers.done.filter((id) => !kept.has(id))).toEqual([]);
    // No commit was repeated that had been carried out, and none was answered wrongly.
    expect(writers.conflicts).toEqual([]);
  }, 120_000);
});
