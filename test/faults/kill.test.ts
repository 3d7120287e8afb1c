import { type Database, onBothEngines } from './engines';
import { freePort, originOf, serveAll, serverAt } from './rig';
import { expectNothingLost, found } from './town';

const SERVICES = 60;
const AT_ONCE = 16;
/** After how many acknowledgements the server is killed. */
const KILLS = [20, 90, 170];

onBothEngines('kill -9 服务器', (fresh) => {
  let database: Database;
  beforeEach(async () => {
    database = await fresh();
  });
  afterEach(() => database.remove());

  test('一直在签到、完成、评价时杀掉三次：确认过的都在，没有一条算两次，数字等于重算，历史没有缺口', async () => {
    const pairs = await found(database.open, SERVICES);
    const port = await freePort();
    const server = await serverAt(port, database.env);
    const due = [...KILLS];
    let restarts: Promise<unknown> = Promise.resolve();
    const ledger = await serveAll(
      () => originOf(port),
      pairs,
      AT_ONCE,
      (acknowledged) => {
        if (due[0] === undefined || acknowledged < due[0]) return;
        due.shift();
        restarts = restarts.then(() => server.end('SIGKILL')).then(server.begin);
        restarts.catch(() => undefined); // awaited below
      },
    );
    await restarts;
    expect(due).toEqual([]);
    expect(ledger.kept).toHaveLength(4 * SERVICES);
    expect(await server.end('SIGKILL')).toMatchObject({ code: null });
    const world = await expectNothingLost(database.open, ledger);
    expect(await world.visits()).toHaveLength(SERVICES);
    await world.close();
    expect(await database.verify()).toMatchObject({ code: 0, out: expect.stringContaining('全部相符') });
  }, 150_000);
});
