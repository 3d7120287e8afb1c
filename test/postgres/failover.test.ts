import { openPostgres } from '../../server/store/postgres';
import { findAll, visit } from '../contract/store.contract';
import { type Cluster, runTool, startCluster, until } from './cluster';
import { withPostgres } from './with-postgres';
import { startWriters } from './writers';

const STANDBY = 'standby';
const SYNCHRONOUS = { synchronous_commit: 'on', synchronous_standby_names: STANDBY };

withPostgres('主库被 kill -9，同步备库接替', () => {
  let primary: Cluster;
  let standby: Cluster;

  beforeAll(async () => {
    primary = await startCluster({ hot_standby: 'on' });
    standby = await startCluster({}, (data) =>
      runTool('pg_basebackup', [
        ...['-d', `${primary.url()}?application_name=${STANDBY}`],
        ...['-D', data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
      ]),
    );
  }, 120_000);
  afterAll(() => Promise.all([standby?.stop(), primary?.stop()]));

  test('确认过的一条不丢，写入在新主库上接着走，读也只读新主库', async () => {
    for (const [name, value] of Object.entries(SYNCHRONOUS))
      await primary.query(`ALTER SYSTEM SET ${name} = '${value}'`);
    await primary.query('SELECT pg_reload_conf()');
    await until('the standby is synchronous', async () => {
      const rows = await primary.query("SELECT FROM pg_stat_replication WHERE sync_state = 'sync'");
      return rows.length > 0 || undefined;
    });
    // The standby comes first: it is reached, is found not to be the one, and the next is tried.
    const hosts = `127.0.0.1:${standby.port},127.0.0.1:${primary.port}`;
    const store = await openPostgres(`postgres://tester@${hosts}/postgres?target_session_attrs=read-write`);
    const writers = startWriters(store, 16);
    try {
      await writers.acknowledged(1000);
      await primary.kill();
      const before = writers.done.length;
      await standby.query('SELECT pg_promote()');
      await writers.acknowledged(before + 1000);
    } finally {
      await writers.stop();
    }

    const visits = (await findAll(store, { collection: 'visits', limit: 1000 })).map(({ id }) => id);
    const audit = (await findAll(store, { collection: 'audit', limit: 1000 })).map(({ id }) => id);
    expect(visits).toEqual(audit);
    const kept = new Set(visits);
    expect(writers.done.filter((id) => !kept.has(id))).toEqual([]);
    expect(writers.conflicts).toEqual([]);
    expect(await store.get([visit(writers.done[0] as string)])).toMatchObject([{ rev: 1 }]);
    await store.close();
  }, 120_000);
});
