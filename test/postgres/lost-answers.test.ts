import type { Store } from '../../cloudfunctions/_core/store';
import { openPostgres } from '../../server/store/postgres';
import { check, insert, put, visit } from '../contract/store.contract';
import { type Line, startProxy } from './proxy';
import { withPostgres } from './with-postgres';

withPostgres('连接在提交的半路断开', (cluster) => {
  let proxy: Line;
  let store: Store;
  let direct: Store;

  beforeEach(async () => {
    const url = await cluster().freshDatabase();
    direct = await openPostgres(url);
    proxy = await startProxy(cluster().port);
    // One connection: the next thing that is said on it is the commit.
    store = await openPostgres(url.replace(`:${cluster().port}`, `:${proxy.port}`), { poolSize: 1 });
    await direct.commit([insert({ id: 'old', scope: 's' }), insert({ id: 'seen', scope: 's' })]);
    await store.get([visit('old')]);
  });
  afterEach(async () => {
    await Promise.all([store.close(), direct.close()]);
    await proxy.close();
  });
  const stored = async (...ids: string[]) => (await direct.get(ids.map(visit))).map((doc) => doc?.rev);

  test('每一次读和每一次提交在线上只是一来一回，无论几处', async () => {
    const asked = async (work: () => Promise<unknown>): Promise<number> => {
      const before = proxy.answers();
      await work();
      return proxy.answers() - before;
    };
    const many = Array.from({ length: 5 }, (_, i) => insert({ id: `v${i}`, scope: 's', people: ['p'] }));
    const mixed = [
      ...many,
      insert({ id: 'x', scope: 's' }, 'audit'),
      put({ id: 'old', scope: 's' }, 1),
      check('seen', 1),
    ];
    const trips = store.trips();
    expect(await asked(() => store.commit([insert({ id: 'one', scope: 's' })]))).toBe(1);
    expect(await asked(() => store.commit([...mixed, check('none', 0)]))).toBe(1);
    expect(await asked(() => store.commit(mixed))).toBe(1);
    expect(await asked(() => store.get([visit('one'), visit('old'), { collection: 'audit', id: 'x' }]))).toBe(1);
    expect(await asked(() => store.find({ collection: 'visits', eq: { people: 'p' } }))).toBe(1);
    expect(store.trips() - trips).toBe(5);
  });

  describe.each(['question-lost', 'answer-lost'] as const)('%s', (fault) => {
    test('读：再问一次', async () => {
      proxy.breakNext(fault);
      expect(await store.get([visit('old')])).toMatchObject([{ id: 'old' }]);
    });

    test('新增：写了恰好一次，回答成功', async () => {
      proxy.breakNext(fault);
      expect(await store.commit([insert({ id: 'new', scope: 's' })])).toBe('done');
      expect(await stored('new')).toEqual([1]);
    });

    test('更新：写了恰好一次，回答成功', async () => {
      proxy.breakNext(fault);
      expect(await store.commit([put({ id: 'old', scope: 's', note: '新' }, 1)])).toBe('done');
      expect(await stored('old')).toEqual([2]);
    });

    test('几处一起：全部写了恰好一次', async () => {
      proxy.breakNext(fault);
      const changes = [insert({ id: 'new', scope: 's' }), put({ id: 'old', scope: 's' }, 1), check('seen', 1)];
      expect(await store.commit(changes)).toBe('done');
      expect(await stored('new', 'old', 'seen')).toEqual([1, 2, 1]);
    });

    test('本来就冲突的，仍是冲突', async () => {
      proxy.breakNext(fault);
      expect(await store.commit([insert({ id: 'new', scope: 's' }), put({ id: 'old', scope: 's' }, 7)])).toBe(
        'conflict',
      );
      expect(await stored('new', 'old')).toEqual([undefined, 1]);
    });

    test('断开的时候别人抢先写了别的：冲突，不盖掉它', async () => {
      proxy.breakNext(fault, async () => {
        const [doc] = await direct.get([visit('old')]);
        await direct.commit([put({ id: 'old', scope: 's', note: '别人' }, doc?.rev ?? 0)]);
      });
      expect(await store.commit([put({ id: 'old', scope: 's', note: '我' }, 1)])).toBe('conflict');
      expect(await direct.get([visit('old')])).toMatchObject([{ note: '别人' }]);
    });
  });

  test('断开的时候别人只动了其中一处：写成了就是写成了', async () => {
    proxy.breakNext('answer-lost', async () => {
      await direct.commit([put({ id: 'old', scope: 's', note: '别人' }, 2)]);
    });
    const changes = [insert({ id: 'new', scope: 's' }), put({ id: 'old', scope: 's', note: '我' }, 1)];
    expect(await store.commit(changes)).toBe('done');
    expect(await stored('new', 'old')).toEqual([1, 3]);
  });
});
