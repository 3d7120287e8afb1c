import { SETTINGS_ID } from '../../cloudfunctions/_core/documents';
import type { Observe } from '../../cloudfunctions/_core/observe';
import type { Change, Store } from '../../cloudfunctions/_core/store';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { answerWhileStarting } from '../../server/http/starting';
import { type Readiness, readinessOf } from '../../server/readiness';
import { openSqlite } from '../../server/store/sqlite';
import { cast, LI, YQ_ONE } from '../journey/cast';
import { CODE_KEYS } from '../journey/world';
import { startEdge } from './edge';

const settings: Change = {
  kind: 'insert',
  collection: 'settings',
  doc: { id: SETTINGS_ID, scope: 'city' },
};

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:');
});
afterEach(() => store.close());

const never = (): Promise<never> => new Promise(() => undefined);
/** What engines say when they cannot keep a commit. */
const saying = (code: string): Error => Object.assign(new Error('no'), { code });

describe('存储', () => {
  test('空的、有内容的，能读能写就是就绪；问它什么也不留下', async () => {
    const readiness = readinessOf(store);
    expect(await readiness.why()).toBeUndefined();
    await store.commit([settings]);
    expect(await readiness.why()).toBeUndefined();
    expect((await store.get([{ collection: 'settings', id: SETTINGS_ID }]))[0]).toMatchObject({ rev: 1 });
  });

  test.each<[string, Partial<Store>, string]>([
    ['读不了', { get: () => Promise.reject(saying('ECONNREFUSED')) }, 'store-silent'],
    ['读不回来', { get: never }, 'store-silent'],
    ['只读的备库', { commit: () => Promise.reject(saying('25006')) }, 'store-unwritable'],
    ['写不回来', { commit: never }, 'store-silent'],
  ])('%s：不就绪', async (_title, broken, why) => {
    expect(await readinessOf({ ...store, ...broken }).why()).toBe(why);
  });

  test('磁盘快满了：写坏之前就说；有了余量又就绪', async () => {
    let space = 1_000_000;
    const readiness = readinessOf(store, async () => space);
    expect(await readiness.why()).toBe('disk-full');
    space = 1_000_000_000;
    expect(await readiness.why()).toBeUndefined();
  });

  test('余量问不到：不就绪', async () => {
    expect(await readinessOf(store, () => Promise.reject(saying('EIO'))).why()).toBe('store-silent');
  });

  test('一起来问多少次，存储同时只被问一次', async () => {
    let asked = 0;
    const counting: Store = {
      ...store,
      get: (keys) => {
        asked += 1;
        return store.get(keys);
      },
    };
    const readiness = readinessOf(counting);
    expect(await Promise.all(Array.from({ length: 20 }, () => readiness.why()))).toEqual(Array(20).fill(undefined));
    expect(asked).toBe(1);
    await readiness.why();
    expect(asked).toBe(2);
  });
});

describe('提交写不进去', () => {
  const commit = { by: 'visit.checkIn', verb: 'commit', ms: 1 } as const;

  test.each(['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE', '53100', '25006', '57P01', 'ECONNRESET'])(
    '%s：记住，不就绪；之后有一次写成了，又就绪',
    async (code) => {
      const readiness = readinessOf(store);
      readiness.trip({ ...commit, outcome: 'failure', failure: saying(code) });
      expect(await readiness.why()).toBe('store-unwritable');
      readiness.trip({ ...commit, verb: 'get', outcome: 'done' });
      readiness.trip({ ...commit, outcome: 'conflict' });
      expect(await readiness.why()).toBe('store-unwritable');
      readiness.trip({ ...commit, outcome: 'done' });
      expect(await readiness.why()).toBeUndefined();
    },
  );

  test('起因在里面的也认得', async () => {
    const readiness = readinessOf(store);
    const failure = Object.assign(new Error('the database cannot be reached'), { cause: saying('57P03') });
    readiness.trip({ ...commit, outcome: 'failure', failure });
    expect(await readiness.why()).toBe('store-unwritable');
  });

  test.each<[string, unknown]>([
    ['程序写错了', new TypeError('visits.a is not plain JSON')],
    ['一条记录太大', new RangeError('a document of visits exceeds 400 KB')],
    ['数据库不收这个值', saying('22P05')],
    ['重复', saying('SQLITE_CONSTRAINT_UNIQUE')],
    ['没有说', undefined],
  ])('%s：是那一个请求的事，仍然就绪', async (_title, failure) => {
    const readiness = readinessOf(store);
    readiness.trip({ ...commit, outcome: 'failure', failure });
    expect(await readiness.why()).toBeUndefined();
  });

  test('真的请求：磁盘满时答 500，readyz 跟着 503；写成一次就回来', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const told: { readiness?: Readiness } = {};
    const observe: Observe = { call: () => undefined, trip: (seen) => told.readiness?.trip(seen) };
    const edge = await startEdge({
      deps: { codeKeys: CODE_KEYS, demo: false, observe },
      serving: {
        readiness: {
          why: async () => told.readiness?.why(),
          stopping: () => undefined,
          isStopping: () => false,
          trip: () => undefined,
        },
      },
    });
    told.readiness = readinessOf(edge.store);
    for (const change of cast) await edge.store.commit([change]);
    const ready = async (): Promise<[number, unknown]> => {
      const answer = await fetch(`${edge.origin}/readyz`);
      return [answer.status, await answer.json()];
    };
    const checkIn = () =>
      edge.call(
        'visit.checkIn',
        {
          nonce: 'nonce-ready-1',
          code: posterToken(CODE_KEYS, YQ_ONE.slice(1)),
          orgName: '某某研究院',
          title: '研究员',
          need: '产线',
        },
        edge.sessions.issue(LI, 0),
      );
    expect(await ready()).toEqual([200, { ok: true }]);
    jest.spyOn(edge.store, 'commit').mockRejectedValueOnce(saying('SQLITE_FULL'));
    expect((await checkIn()).status).toBe(500);
    expect(await ready()).toEqual([503, { ok: false, why: 'store-unwritable' }]);
    expect((await fetch(`${edge.origin}/healthz`)).status).toBe(200);
    expect((await checkIn()).status).toBe(200);
    expect(await ready()).toEqual([200, { ok: true }]);
    jest.restoreAllMocks();
    await edge.close();
  });
});

describe('启动中和停止中', () => {
  test('存储还没打开：活着，但不就绪；打开之后端口让出来', async () => {
    const starting = await answerWhileStarting(0, '127.0.0.1');
    const origin = `http://127.0.0.1:${starting.port}`;
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    for (const path of ['/readyz', '/', '/api/account.me']) {
      const answer = await fetch(origin + path);
      expect([answer.status, await answer.json()]).toMatchObject([503, { ok: false, why: 'starting' }]);
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    await expect(answerWhileStarting(starting.port, '127.0.0.1')).rejects.toThrow(`${starting.port}`);
    await starting.end();
    await (await answerWhileStarting(starting.port, '127.0.0.1')).end();
  });

  test('一说要停就不就绪，请求照答，连接答完就断', async () => {
    const readiness = readinessOf(store);
    const edge = await startEdge({ serving: { readiness } });
    expect((await edge.call('account.people', {})).headers.get('connection')).toBe('keep-alive');
    readiness.stopping();
    const answer = await fetch(`${edge.origin}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false, why: 'stopping' }]);
    const { status, headers } = await edge.call('account.people', {});
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    expect((await fetch(`${edge.origin}/healthz`)).status).toBe(200);
    await edge.close();
  });
});
