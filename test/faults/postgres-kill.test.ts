import { withPostgres } from '../postgres/with-postgres';
import { type Database, postgresDatabase } from './engines';
import { freePort, originOf, serveAll, serverAt } from './rig';
import { expectNothingLost, found } from './town';

const SERVICES = 60;
const KILLS = [30, 120];

withPostgres('kill -9 数据库', (cluster) => {
  let database: Database;
  beforeEach(async () => {
    database = await postgresDatabase(cluster());
  });
  afterEach(() => database.remove());

  test('一直在写时杀掉 PostgreSQL 两次再启动：服务器一直在，确认过的都在，没有一条算两次', async () => {
    const pairs = await found(database.open, SERVICES);
    const port = await freePort();
    const server = await serverAt(port, database.env);
    const due = [...KILLS];
    let restarts: Promise<unknown> = Promise.resolve();
    const ledger = await serveAll(
      () => originOf(port),
      pairs,
      16,
      (acknowledged) => {
        if (due[0] === undefined || acknowledged < due[0]) return;
        due.shift();
        restarts = restarts.then(() => cluster().kill()).then(() => cluster().start());
        restarts.catch(() => undefined); // awaited below
      },
    );
    await restarts;
    expect(due).toEqual([]);
    expect(ledger.kept).toHaveLength(4 * SERVICES);
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
    const world = await expectNothingLost(database.open, ledger);
    expect(await world.visits()).toHaveLength(SERVICES);
    await world.close();
    expect(await database.verify()).toMatchObject({ code: 0 });
  }, 120_000);
});
