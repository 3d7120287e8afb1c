import { BadCursor, encodeCursor } from '../../cloudfunctions/_core/cursor';
import type { Change, Doc, Draft, Key, Query, Store } from '../../cloudfunctions/_core/store';

export type Opener = () => Promise<{ readonly store: Store; close(): Promise<void> }>;

/** A visit as far as the store cares; anything may lie beside its index fields. */
export interface Sample extends Doc {
  readonly day?: string | null;
  readonly people?: readonly string[];
  readonly dueAt?: number | null;
  readonly [field: string]: unknown;
}

export const insert = (doc: Draft & Record<string, unknown>, collection: Change['collection'] = 'visits'): Change => ({
  kind: 'insert',
  collection,
  doc,
});
export const put = (doc: Draft & Record<string, unknown>, rev: number): Change => ({
  kind: 'put',
  collection: 'visits',
  doc,
  rev,
});
export const check = (id: string, rev: number): Change => ({ kind: 'check', collection: 'visits', id, rev });
export const visit = (id: string): Key => ({ collection: 'visits', id });
const sample = (id: string, more: Record<string, unknown> = {}): Draft & Record<string, unknown> => ({
  id,
  scope: 'st1',
  ...more,
});

/** Every document of a query, page by page. */
export async function findAll(store: Store, query: Query): Promise<Sample[]> {
  const all: Sample[] = [];
  for (let cursor: string | undefined; ; ) {
    const found = await store.find<Sample>({ ...query, ...(cursor !== undefined && { cursor }) });
    all.push(...found.docs);
    if (found.cursor === undefined) return all;
    cursor = found.cursor;
  }
}

const ids = (docs: readonly Doc[]): string[] => docs.map(({ id }) => id);

/** What every adapter owes to its callers. */
export function storeContract(name: string, open: Opener): void {
  describe(`存储契约 · ${name}`, () => {
    let store: Store;
    let close: () => Promise<void>;
    const read = async (id: string): Promise<Sample | undefined> => (await store.get<Sample>([visit(id)]))[0];

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    describe('提交', () => {
      test('新增：首次成功，版本为 1；同一编号再来即冲突，原文不动', async () => {
        expect(await store.commit([insert(sample('v:1', { note: '甲' }))])).toBe('done');
        expect(await store.commit([insert(sample('v:1', { note: '乙' }))])).toBe('conflict');
        expect(await read('v:1')).toEqual({ id: 'v:1', scope: 'st1', rev: 1, note: '甲' });
      });

      test('顺带写的跟着写；主要的冲突了，顺带的也不写', async () => {
        const aside = insert(sample('a:1'), 'audit');
        expect(await store.commit([insert(sample('v:1'))], [aside])).toBe('done');
        expect(await store.get([{ collection: 'audit', id: 'a:1' }])).toMatchObject([{ rev: 1 }]);
        expect(await store.commit([insert(sample('v:1'))], [insert(sample('a:2'), 'audit')])).toBe('conflict');
        expect(await store.get([{ collection: 'audit', id: 'a:2' }])).toEqual([undefined]);
      });

      test('同一编号在不同集合互不相干', async () => {
        expect(await store.commit([insert(sample('x')), insert(sample('x'), 'audit')])).toBe('done');
        const [a, b, c] = await store.get([
          visit('x'),
          { collection: 'audit', id: 'x' },
          { collection: 'settings', id: 'x' },
        ]);
        expect([a?.id, b?.id, c]).toEqual(['x', 'x', undefined]);
      });

      test('更新：版本相符才写，整体替换，去掉的字段不再存在也不再被查到', async () => {
        await store.commit([insert(sample('v:1', { day: '2026-03-01', people: ['p1', 'p2'], extra: { deep: 1 } }))]);
        expect(await store.commit([put(sample('v:1', { people: ['p2', 'p3'], extra: { other: 2 } }), 1)])).toBe('done');
        expect(await read('v:1')).toEqual({
          id: 'v:1',
          scope: 'st1',
          rev: 2,
          people: ['p2', 'p3'],
          extra: { other: 2 },
        });
        const found = (eq: Query['eq']) => findAll(store, { collection: 'visits', ...(eq && { eq }) });
        expect(await found({ day: '2026-03-01' })).toEqual([]);
        expect(await found({ people: 'p1' })).toEqual([]);
        expect(ids(await found({ people: 'p3' }))).toEqual(['v:1']);
      });

      test('更新：版本不符、编号不存在都是冲突', async () => {
        await store.commit([insert(sample('v:1'))]);
        expect(await store.commit([put(sample('v:1'), 2)])).toBe('conflict');
        expect(await store.commit([put(sample('v:2'), 1)])).toBe('conflict');
        expect(await read('v:1')).toMatchObject({ rev: 1 });
        expect(await read('v:2')).toBeUndefined();
      });

      test('草稿里夹带的版本号不作数', async () => {
        await store.commit([insert(sample('v:1', { rev: 99 }))]);
        expect(await read('v:1')).toMatchObject({ rev: 1 });
      });

      test.each([
        // expected rev, what is there, answer
        [1, true, 'done'],
        [2, true, 'conflict'],
        [0, true, 'conflict'],
        [0, false, 'done'],
        [1, false, 'conflict'],
      ] as const)('核对版本 %i，存在=%s → %s；单独核对与随同写入一致', async (rev, there, answer) => {
        if (there) await store.commit([insert(sample('c'))]);
        expect(await store.commit([check('c', rev)])).toBe(answer);
        expect(await store.commit([insert(sample('w')), check('c', rev)])).toBe(answer);
        expect((await read('w')) !== undefined).toBe(answer === 'done');
        expect((await read('c'))?.rev).toBe(there ? 1 : undefined);
      });

      test.each([
        ['编号已被占用', insert(sample('taken'))],
        ['版本已变', put(sample('taken'), 7)],
        ['核对不符', check('taken', 7)],
        ['应当不存在而存在', check('taken', 0)],
      ])('一处不符（%s），全部不写', async (_title, wrong) => {
        await store.commit([insert(sample('taken')), insert(sample('other'))]);
        const changes = [
          insert(sample('a')),
          put(sample('other', { note: '新' }), 1),
          wrong,
          insert(sample('z'), 'audit'),
        ];
        expect(await store.commit(changes)).toBe('conflict');
        expect(await store.get([visit('a'), { collection: 'audit', id: 'z' }])).toEqual([undefined, undefined]);
        expect(await read('other')).toEqual({ id: 'other', scope: 'st1', rev: 1 });
        expect(await read('taken')).toEqual({ id: 'taken', scope: 'st1', rev: 1 });
      });

      test('空提交不打扰引擎', async () => {
        const before = store.trips();
        expect(await store.commit([])).toBe('done');
        expect(store.trips()).toBe(before);
      });

      test('一次提交里同一文档出现两次，是调用者的错', async () => {
        const twice = [insert(sample('v:1')), insert(sample('w')), check('v:1', 0)];
        await expect(store.commit(twice)).rejects.toThrow(TypeError);
        expect(await store.get([visit('v:1'), visit('w')])).toEqual([undefined, undefined]);
      });
    });

    describe('并发', () => {
      const count = (answers: readonly string[]): number => answers.filter((one) => one === 'done').length;
      const fifty = (change: (i: number) => readonly Change[]) =>
        Promise.all(Array.from({ length: 50 }, (_, i) => store.commit(change(i))));

      test('五十次新增同一编号：恰好一次成功，留下的正是它', async () => {
        const answers = await fifty((i) => [insert(sample('v:1', { i }))]);
        expect(count(answers)).toBe(1);
        expect(await read('v:1')).toMatchObject({ i: answers.indexOf('done') });
      });

      test('五十次更新同一版本：恰好一次成功', async () => {
        await store.commit([insert(sample('v:1'))]);
        const answers = await fifty((i) => [put(sample('v:1', { i }), 1)]);
        expect(count(answers)).toBe(1);
        expect(await read('v:1')).toMatchObject({ i: answers.indexOf('done'), rev: 2 });
      });

      test('五十次多文档更新同一版本：恰好一次成功，别人什么也没留下', async () => {
        await store.commit([insert(sample('hot'))]);
        const answers = await fifty((i) => [insert(sample(`own:${i}`)), put(sample('hot', { i }), 1)]);
        expect(count(answers)).toBe(1);
        const own = await store.get(Array.from({ length: 50 }, (_, i) => visit(`own:${i}`)));
        expect(own.map((doc) => (doc ? 'done' : 'conflict'))).toEqual(answers);
      });

      test('两人各凭对方未变而写：不能同时成功', async () => {
        await store.commit([insert(sample('a')), insert(sample('b'))]);
        await store.commit([check('a', 1), check('b', 1)]);
        const answers = await Promise.all([
          store.commit([put(sample('a', { by: 1 }), 1), check('b', 1)]),
          store.commit([put(sample('b', { by: 2 }), 1), check('a', 1)]),
        ]);
        expect(count(answers)).toBeLessThanOrEqual(1);
      });

      test('两人各凭对方不存在而写：不能同时成功', async () => {
        const answers = await Promise.all([
          store.commit([insert(sample('a')), check('b', 0)]),
          store.commit([insert(sample('b')), check('a', 0)]),
        ]);
        expect(count(answers)).toBeLessThanOrEqual(1);
      });

      test('两人以相反的次序写同样两个文档：恰好一人成功', async () => {
        const [a, b] = [(by: number) => insert(sample('a', { by })), (by: number) => insert(sample('b', { by }))];
        expect(count(await Promise.all([store.commit([a(1), b(1)]), store.commit([b(2), a(2)])]))).toBe(1);
        expect((await read('a'))?.by).toBe((await read('b'))?.by);
      });

      test('冲突后重读重试，二十人各加一，终值二十', async () => {
        await store.commit([insert(sample('n', { value: 0 }))]);
        const add = async (): Promise<void> => {
          for (;;) {
            const doc = (await read('n')) as Sample & { value: number };
            const { rev, ...rest } = { ...doc, value: doc.value + 1 };
            if ((await store.commit([put(rest, rev)])) === 'done') return;
          }
        };
        await Promise.all(Array.from({ length: 20 }, add));
        expect(await read('n')).toMatchObject({ value: 20, rev: 21 });
      });
    });

    describe('原样存取', () => {
      test.each([
        ['查询运算符作为值', { where: { $ne: null }, list: [{ $gt: '' }] }],
        ['更新运算符作为键', { $set: { rev: 9 }, $inc: { rev: 1 } }],
        [
          '扩展 JSON 的写法',
          { a: { $date: { $numberLong: '0' } }, b: { $numberInt: '1' }, c: { $tcb_server_date: {} } },
        ],
        ['带点的键与以编号为键的表', { 'a.b': { 'c.d': 1 }, byId: { 'v:1:2': true, 'checkin:x.y': [1] } }],
        ['地理点模样的对象', { type: 'Point', coordinates: [113, 22], at: { type: 'Point', coordinates: [1, 2] } }],
        ['数字边界', { n: [0, -1, 0.1, 1e308, 5e-324, 2 ** 53 - 1, 2 ** 31, -(2 ** 31)] }],
        ['空值', { nothing: null, list: [], object: {}, text: '' }],
        ['中文、表情、双向文字', { text: '产业特派员 👩🏽‍🔬 \u202Eabc\u202C \u200F שלום e\u0301' }],
        ['控制字符与落单的代理', { text: 'a\0b\u0001\u2028\ud800', 'key\0': 1 }],
        ['很长的文字', { text: '需'.repeat(100_000) }],
        ['原型名作为键', JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}')],
      ])('%s', async (_title, more: Record<string, unknown>) => {
        const doc = { ...sample('v:1'), body: 'mine', _id: 'mine', touch: 1 };
        Object.defineProperties(doc, Object.getOwnPropertyDescriptors(more));
        await store.commit([insert(doc)]);
        expect(JSON.stringify(await read('v:1'))).toBe(JSON.stringify({ ...doc, rev: 1 }));
        await store.commit([put(doc, 1)]);
        expect(JSON.stringify(await read('v:1'))).toBe(JSON.stringify({ ...doc, rev: 2 }));
      });

      test.each([
        ['undefined', { a: undefined }],
        ['深处的 undefined', { a: { b: [1, { c: undefined }] } }],
        ['NaN', { a: Number.NaN }],
        ['无穷', { a: Number.POSITIVE_INFINITY }],
        ['日期对象', { at: new Date(0) }],
        ['函数', { f: () => 1 }],
        ['大整数', { n: 1n }],
        ['数组的洞', { list: new Array(2) }],
        ['索引字段类型不符', { day: 5 }],
        ['索引字段是运算符', { day: { $ne: null } }],
        ['多值索引不是数组', { people: 'p1' }],
        ['多值索引里有对象', { people: [{ $gt: '' }] }],
        ['索引字段含控制字符', { day: 'a\0b' }],
      ])('不收：%s，一个字也不写', async (_title, more) => {
        await expect(store.commit([insert(sample('ok')), insert(sample('v:1', more))])).rejects.toThrow(TypeError);
        await expect(store.commit([put(sample('v:1', more), 1)])).rejects.toThrow(TypeError);
        expect(await store.get([visit('ok'), visit('v:1')])).toEqual([undefined, undefined]);
      });

      test.each(['', 'a\0', '\ud800', 'x'.repeat(501)])('不收编号 %j', async (id) => {
        await expect(store.commit([insert(sample(id))])).rejects.toThrow(TypeError);
        expect(await store.get([visit(id)])).toEqual([undefined]);
      });

      test('不收超过 400 KB 的文档', async () => {
        await expect(store.commit([insert(sample('v:1', { text: 'x'.repeat(410 * 1024) }))])).rejects.toThrow(
          RangeError,
        );
      });
    });

    describe('按编号取', () => {
      test('按所求的次序给出，没有的是 undefined，重复的照给', async () => {
        await store.commit([insert(sample('a')), insert(sample('b')), insert(sample('c'), 'audit')]);
        const keys: Key[] = [visit('b'), visit('none'), { collection: 'audit', id: 'c' }, visit('a'), visit('b')];
        const docs = await store.get(keys);
        expect(docs.map((doc) => doc?.id)).toEqual(['b', undefined, 'c', 'a', 'b']);
      });

      test('一个也不取，不打扰引擎', async () => {
        const before = store.trips();
        expect(await store.get([])).toEqual([]);
        expect(store.trips()).toBe(before);
      });

      test('落单的代理不会取到别的编号', async () => {
        await store.commit([insert(sample('x\ufffd'))]);
        expect(await store.get([visit('x\ud800')])).toEqual([undefined]);
      });
    });

    describe('查询', () => {
      const fill = async (): Promise<void> => {
        const docs = [
          sample('1', { stationId: 's', day: '2026-03-02', people: ['p', 'q'], dueAt: 20 }),
          sample('2', { stationId: 's', day: '2026-03-01', people: ['p'], dueAt: 10.5 }),
          sample('3', { stationId: 's', day: '2026-03-02', people: ['q', 'q'], dueAt: -3 }),
          sample('4', { stationId: 't', day: '2026-03-02', people: [], dueAt: null }),
          sample('5', { stationId: 's', people: ['p', 'r'] }),
          sample('6', { stationId: 's', day: '2026-03-03', people: ['pp'], dueAt: 10.5 }),
        ];
        await store.commit(docs.map((doc) => insert(doc)));
      };
      const order = (field: string, down = false) => ({ order: { field, down } });

      test.each<[string, Omit<Query, 'collection'>, string[]]>([
        ['等于', { eq: { stationId: 's' } }, ['1', '2', '3', '5', '6']],
        ['两个等于', { eq: { stationId: 's', day: '2026-03-02' } }, ['1', '3']],
        ['数组含有', { eq: { people: 'p' } }, ['1', '2', '5']],
        ['数组含有，重复的元素只算一次', { eq: { people: 'q' } }, ['1', '3']],
        ['数组含有与等于', { eq: { people: 'p', day: '2026-03-02' } }, ['1']],
        ['数组含有与旁边没有的字段', { eq: { people: 'p', stationId: 's' }, ...order('dueAt') }, ['2', '1']],
        ['数组含有，按日', { eq: { people: 'p' }, ...order('day', true) }, ['1', '2']],
        ['区间含两端', { range: { field: 'day', from: '2026-03-02', to: '2026-03-03' } }, ['1', '3', '4', '6']],
        ['只有下端', { range: { field: 'dueAt', from: 10.5 }, ...order('dueAt') }, ['2', '6', '1']],
        ['只有上端', { range: { field: 'dueAt', to: 10.5 }, ...order('dueAt', true) }, ['6', '2', '3']],
        ['按字段排，没有该字段的不在其中', order('dueAt'), ['3', '2', '6', '1']],
        ['倒排，同值以编号倒排', order('day', true), ['6', '4', '3', '1', '2']],
        ['没有条件', {}, ['1', '2', '3', '4', '5', '6']],
        ['没有结果', { eq: { stationId: 'nowhere' } }, []],
        ['值里的通配与引号只是字', { eq: { stationId: `%' OR 1=1 --` } }, []],
      ])('%s', async (_title, query, expected) => {
        await fill();
        const whole = await store.find<Sample>({ collection: 'visits', ...query });
        expect(ids(whole.docs)).toEqual(expected);
        expect(whole.cursor).toBeUndefined();
        for (const limit of [1, 2, 3])
          expect(ids(await findAll(store, { collection: 'visits', ...query, limit }))).toEqual(expected);
      });

      test('翻页时别处的增删不使任何一条重复或漏掉', async () => {
        await fill();
        const first = await store.find<Sample>({ collection: 'visits', ...order('day'), limit: 2 });
        await store.commit([insert(sample('0', { day: '2026-03-01' })), insert(sample('2b', { day: '2026-03-02' }))]);
        const rest = await store.find<Sample>({ collection: 'visits', ...order('day'), cursor: first.cursor ?? '' });
        expect(ids(first.docs)).toEqual(['2', '1']);
        expect(ids(rest.docs)).toEqual(['2b', '3', '4', '6']);
      });

      test.each([
        [undefined, 100],
        [0, 1],
        [-5, 1],
        [2.9, 2],
        [Number.NaN, 1],
      ])('每页 %p 作 %i', async (limit, expected) => {
        for (let at = 0; at < 120; at += 40)
          await store.commit(Array.from({ length: 40 }, (_, i) => insert(sample(`n${at + i}`))));
        const { docs, cursor } = await store.find({ collection: 'visits', ...(limit !== undefined && { limit }) });
        expect(docs).toHaveLength(expected);
        expect(cursor).toBeDefined();
      });

      test('一页至多一千，翻完不重不漏', async () => {
        const all = Array.from({ length: 1005 }, (_, i) => String(i).padStart(4, '0'));
        await Promise.all(all.map((id) => store.commit([insert(sample(id))])));
        const first = await store.find({ collection: 'visits', limit: 5000 });
        expect(first.docs.length).toBeLessThanOrEqual(1000);
        expect(ids(await findAll(store, { collection: 'visits', limit: 5000 }))).toEqual(all);
        expect((await store.get(all.map(visit))).map((doc) => doc?.id)).toEqual(all);
      });

      test.each<[string, object]>([
        ['没有声明的字段', { eq: { note: 'x' } }],
        ['按没有声明的字段排', { order: { field: 'note' } }],
        ['没有声明的区间', { range: { field: 'note', from: 'a' } }],
        ['原型上的名字', { eq: { constructor: 'x' } }],
        ['值是运算符', { eq: { stationId: { $ne: null } } }],
        ['值是 undefined', { eq: { stationId: undefined } }],
        ['值是 null', { eq: { stationId: null } }],
        ['值的类型不符', { eq: { dueAt: '5' } }],
        ['数字是 NaN', { range: { field: 'dueAt', from: Number.NaN } }],
        ['按数组排', { order: { field: 'people' } }],
        ['数组的区间', { range: { field: 'people', from: 'a' } }],
        ['两个数组一起', { eq: { people: 'p', awaits: 'q' } }],
      ])('不收：%s', async (_title, query) => {
        const before = store.trips();
        await expect(store.find({ collection: 'visits', ...query } as Query)).rejects.toThrow(TypeError);
        expect(store.trips()).toBe(before);
      });

      test.each([
        '',
        'x',
        '%%%',
        Buffer.from('{}').toString('base64url'),
        Buffer.from('[1,2,3]').toString('base64url'),
        Buffer.from('["a",{"$gt":""}]').toString('base64url'),
        encodeCursor({ value: 5, id: '1' }),
        encodeCursor({ value: null, id: '1' }),
      ])('坏的游标 %j', async (cursor) => {
        await expect(store.find({ collection: 'visits', ...order('day'), cursor })).rejects.toThrow(BadCursor);
      });
    });
  });
}
