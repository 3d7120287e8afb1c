import { Client } from 'pg';
import type { Change, Store } from '../../cloudfunctions/_core/store';
import { openPostgres } from '../../server/store/postgres';
import { check, insert, put, type Sample, visit } from '../contract/store.contract';
import { withPostgres } from './with-postgres';

const SERVERS = 3;
const ROUNDS = 150;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
/** Not random, but without a pattern that matters. */
const scattered = (i: number, most: number): number => ((i * 2_654_435_761) >>> 7) % most;

withPostgres('多个服务器同写一个 PostgreSQL', (cluster) => {
  let url: string;
  let stores: readonly Store[];
  const [a, b] = [() => stores[0] as Store, () => stores[1] as Store];
  const read = async (id: string): Promise<Sample> => (await a().get<Sample>([visit(id)]))[0] as Sample;
  const balanceOf = (one: Sample): number => one.balance as number;

  beforeEach(async () => {
    url = await cluster().freshDatabase();
    stores = await Promise.all(Array.from({ length: SERVERS }, () => openPostgres(url)));
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    const name = new URL(url).pathname.slice(1);
    // The order of locks is one for all: nobody ever waits in a circle.
    const [seen] = await cluster().query(`SELECT deadlocks FROM pg_stat_database WHERE datname = '${name}'`);
    expect(seen).toEqual({ deadlocks: '0' });
  });

  test('六十人各加一：一次也不少，一次也不多', async () => {
    await a().commit([insert({ id: 'n', scope: 's', balance: 0 })]);
    const add = async (store: Store): Promise<void> => {
      for (;;) {
        const [doc] = await store.get<Sample>([visit('n')]);
        const { rev, ...rest } = doc as Sample;
        if ((await store.commit([put({ ...rest, balance: balanceOf(doc as Sample) + 1 }, rev)])) === 'done') return;
      }
    };
    await Promise.all(Array.from({ length: 60 }, (_, i) => add(stores[i % SERVERS] as Store)));
    expect(await read('n')).toMatchObject({ balance: 60, rev: 61 });
  });

  test('各凭对方未变而写：从不同时成功', async () => {
    await a().commit([insert({ id: 'a', scope: 's' }), insert({ id: 'b', scope: 's' })]);
    for (let i = 0; i < ROUNDS; i += 1) {
      const [one, other] = [await read('a'), await read('b')];
      const answers = await Promise.all([
        a().commit([put({ id: 'a', scope: 's', i }, one.rev), check('b', other.rev)]),
        b().commit([put({ id: 'b', scope: 's', i }, other.rev), check('a', one.rev)]),
      ]);
      expect(answers.filter((answer) => answer === 'done').length).toBeLessThanOrEqual(1);
    }
  });

  test('各凭对方不存在而写：从不同时成功', async () => {
    let done = 0;
    for (let i = 0; i < ROUNDS; i += 1) {
      const [one, other] = [`a${i}`, `b${i}`];
      const answers = await Promise.all([
        a().commit([insert({ id: one, scope: 's' }), check(other, 0)]),
        b().commit([insert({ id: other, scope: 's' }), check(one, 0)]),
      ]);
      const now = answers.filter((answer) => answer === 'done').length;
      expect(now).toBeLessThanOrEqual(1);
      done += now;
    }
    expect(done).toBeGreaterThan(0);
  });

  test('核对不存在，什么也不留下', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => a().commit([check(`free${i % 3}`, 0)])));
    expect(answers.every((answer) => answer === 'done')).toBe(true);
    expect((await a().find({ collection: 'visits' })).docs).toEqual([]);
  });

  test('在八个户头之间以任意次序转账：总数不变，每一笔都记着', async () => {
    const ACCOUNTS = 8;
    const ids = Array.from({ length: ACCOUNTS }, (_, i) => `k${i}`);
    await a().commit(ids.map((id) => insert({ id, scope: 's', balance: 100 })));
    const move = async (i: number): Promise<boolean> => {
      const store = stores[i % SERVERS] as Store;
      const from = scattered(i, ACCOUNTS);
      const to = (from + 1 + scattered(i + 7, ACCOUNTS - 1)) % ACCOUNTS;
      const third = ids[scattered(i + 3, ACCOUNTS)] as string;
      const keys = [ids[from] as string, ids[to] as string, third];
      const [one, other, seen] = (await store.get<Sample>(keys.map(visit))) as [Sample, Sample, Sample];
      const changes: Change[] = [
        put({ ...one, balance: balanceOf(one) - 1 }, one.rev),
        put({ ...other, balance: balanceOf(other) + 1 }, other.rev),
        insert({ id: `log${i}`, scope: 's' }, 'audit'),
        ...(keys.indexOf(third) === 2 ? [check(third, seen.rev)] : []),
      ];
      return (await store.commit(changes)) === 'done';
    };
    const done = await Promise.all(Array.from({ length: 240 }, (_, i) => move(i)));
    const accounts = (await a().get<Sample>(ids.map(visit))) as Sample[];
    expect(sum(accounts.map(balanceOf))).toBe(100 * ACCOUNTS);
    const moved = done.filter(Boolean).length;
    expect(moved).toBeGreaterThan(0);
    expect(sum(accounts.map(({ rev }) => rev - 1))).toBe(2 * moved);
    const logs = await a().get(done.map((_, i) => ({ collection: 'audit', id: `log${i}` })));
    expect(logs.map((log) => log !== undefined)).toEqual(done);
  });

  test('文档被别的事务锁住：读不受影响，提交等到时限，回答冲突，什么也没写', async () => {
    const store = await openPostgres(url, { lockMs: 100 });
    await store.commit([insert({ id: 'a', scope: 's' })]);
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query(`BEGIN; UPDATE visits SET scope = 't' WHERE id = 'a'`);
    expect(await store.get([visit('a')])).toMatchObject([{ rev: 1 }]);
    expect(await store.commit([insert({ id: 'b', scope: 's' }), put({ id: 'a', scope: 's' }, 1)])).toBe('conflict');
    await holder.end();
    expect(await store.get([visit('a'), visit('b')])).toMatchObject([{ rev: 1 }, undefined]);
    expect(await store.commit([put({ id: 'a', scope: 's' }, 1)])).toBe('done');
    await store.close();
  });

  test('管理员断开所有连接：正在办的和之后的都照常', async () => {
    const others = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'qianren-qianqi'`;
    const writing = Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        (stores[i % SERVERS] as Store).commit([insert({ id: `v${i}`, scope: 's' })]),
      ),
    );
    await cluster().query(others);
    await cluster().query(others);
    expect((await writing).every((answer) => answer === 'done')).toBe(true);
    await cluster().query(others);
    expect((await b().find({ collection: 'visits', limit: 1000 })).docs).toHaveLength(200);
  });

  test('两份大的提交以相反的次序写同样的文档：恰好一份成功', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `v${i}`);
    await a().commit(ids.map((id) => insert({ id, scope: 's', people: [id] })));
    const all = (by: number) => ids.map((id) => put({ id, scope: 's', people: [id, `p${by}`] }, 1));
    const answers = await Promise.all([a().commit(all(1)), b().commit(all(2).reverse())]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    const winner = answers.indexOf('done') + 1;
    const { docs } = await a().find({ collection: 'visits', eq: { people: `p${winner}` } });
    expect(docs).toHaveLength(40);
  });
});
