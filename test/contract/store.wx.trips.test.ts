import type { Change, Store } from '../../cloudfunctions/_core/store';
import { openWxStore } from '../wire/open';
import { startWire, type Wire } from '../wire/server';
import { check, insert, put, visit } from './store.contract';

let wire: Wire;
let store: Store;
beforeEach(async () => {
  wire = await startWire();
  store = openWxStore(wire);
});
afterEach(async () => {
  await wire.close();
  expect(wire.refusals).toEqual([]);
});

const doc = (id: string) => ({ id, scope: 's' });
const asked = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = wire.requests.length;
  await work();
  return wire.requests.slice(before).map((action) => action.replace('database.', ''));
};

describe('每次调用的往返', () => {
  const [add, get, modify, remove] = ['insertDocument', 'getDocument', 'modifyDocument', 'removeDocument'];
  const transaction = (...inside: (string | undefined)[]) => ['startTransaction', ...inside, 'commitTransaction'];

  test.each<[string, () => Promise<unknown>, (string | undefined)[]]>([
    ['取一个', () => store.get([visit('a')]), [get]],
    ['取同集合多个', () => store.get([visit('a'), visit('b'), visit('c')]), [get]],
    ['取两个集合', () => store.get([visit('a'), { collection: 'audit', id: 'a' }]), [get, get]],
    ['查一页', () => store.find({ collection: 'visits', eq: { people: 'p' }, order: { field: 'day' } }), [get]],
    ['新增一个', () => store.commit([insert(doc('x'))]), [add]],
    ['更新一个', () => store.commit([put(doc('a'), 1)]), [modify]],
    ['核对一个', () => store.commit([check('a', 1)]), [get]],
    ['新增两个', () => store.commit([insert(doc('x')), insert(doc('y'))]), transaction(add, add)],
    ['更新并新增', () => store.commit([put(doc('a'), 1), insert(doc('x'))]), transaction(get, modify, add)],
    ['核对并新增', () => store.commit([check('a', 1), insert(doc('x'))]), transaction(get, modify, add)],
    ['核对不存在并新增', () => store.commit([check('o', 0), insert(doc('x'))]), transaction(add, remove, add)],
  ])('%s', async (_title, work, expected) => {
    await store.commit([insert(doc('a'))]);
    const trips = store.trips();
    expect(await asked(work)).toEqual(expected);
    expect(store.trips() - trips).toBe(expected.length);
  });
});

describe('服务器从中作梗', () => {
  const three = (): Change[] => [insert(doc('x')), put(doc('a'), 1), insert(doc('y'), 'audit')];
  const written = () => store.get([visit('x'), visit('a'), { collection: 'audit', id: 'y' }]);
  beforeEach(() => store.commit([insert(doc('a'))]));

  test.each([
    'database.insertDocument',
    'database.getDocument',
    'database.modifyDocument',
    'database.commitTransaction',
  ])('%s 时事务冲突：答冲突，什么也没写，放开所占', async (action) => {
    wire.conflictNext(action);
    expect(await store.commit(three())).toBe('conflict');
    expect(await written()).toEqual([undefined, { ...doc('a'), rev: 1 }, undefined]);
    expect(await store.commit(three())).toBe('done');
  });

  test('提交时的冲突以代码为准，不靠文字', async () => {
    wire.failNext('database.commitTransaction', 'DATABASE_TRANSACTION_CONFLICT', 'try later');
    expect(await store.commit(three())).toBe('conflict');
  });

  test.each([
    'database.startTransaction',
    'database.insertDocument',
    'database.modifyDocument',
    'database.commitTransaction',
  ])('%s 时别的错误：照原样抛出，什么也没写，放开所占', async (action) => {
    wire.failNext(action, 'DATABASE_REQUEST_FAILED', 'no quota left');
    await expect(store.commit(three())).rejects.toThrow('no quota left');
    expect(await written()).toEqual([undefined, { ...doc('a'), rev: 1 }, undefined]);
    expect(await store.commit(three())).toBe('done');
  });

  test.each([
    ['单个新增', () => [insert(doc('x'))], 'database.insertDocument'],
    ['单个更新', () => [put(doc('a'), 1)], 'database.modifyDocument'],
    ['事务', three, 'database.commitTransaction'],
  ] as const)('%s写成而答复丢失：抛错，不谎称冲突；再来即冲突，只有一份', async (_title, changes, action) => {
    wire.loseReplyOf(action);
    await expect(store.commit(changes())).rejects.toThrow();
    expect(await store.commit(changes())).toBe('conflict');
  });

  test('超过一个事务所能容的，发出之前就拒绝', async () => {
    const many = Array.from({ length: 101 }, (_, i) => insert(doc(`n${i}`)));
    expect(await asked(() => expect(store.commit(many)).rejects.toThrow(RangeError))).toEqual([]);
  });
});
