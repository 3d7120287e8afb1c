import type { WxCloud, WxCommand, WxDatabase, WxTransaction } from '../../cloudfunctions/_wx/sdk';
import { openCloud } from '../wire/open';
import { startWire, type Wire, type WireOptions } from '../wire/server';

/** The SDK as it really is, beyond the part that the store allows itself. */
interface Loose {
  collection(name: string): LooseCollection;
}
interface LooseCollection {
  where(query: object): LooseCollection;
  doc(id: string): LooseCollection;
  get(): Promise<unknown>;
  count(): Promise<unknown>;
  remove(): Promise<unknown>;
  add(options: object): Promise<unknown>;
  set(options: object): Promise<unknown>;
  update(options: object): Promise<unknown>;
  aggregate(): { match(query: object): { end(): Promise<unknown> } };
}

let wire: Wire;
let cloud: WxCloud;
let db: WxDatabase;
let _: WxCommand;
const open = async (options: WireOptions = {}): Promise<void> => {
  wire = await startWire(options);
  cloud = openCloud(wire);
  db = cloud.database({ throwOnNotFound: false });
  _ = db.command;
};
afterEach(() => wire.close());

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (failure: Error) => failure.message,
  );
const visits = (of: Pick<WxTransaction, 'collection'>) => of.collection('visits');

describe('桩只认它认识的', () => {
  const loose = (): LooseCollection => (db as unknown as Loose).collection('visits');

  test.each<[string, () => Promise<unknown>]>([
    ['裸值条件', () => loose().where({ rev: 1 }).get()],
    [
      '注入的运算符',
      () =>
        loose()
          .where({ role: { $regex: '.*' } })
          .get(),
    ],
    ['空条件', () => loose().where({}).get()],
    ['没有条件', () => loose().get()],
    [
      '按集合更新裸字段之外的运算符',
      () =>
        loose()
          .where({ _id: _.eq('a') })
          .update({ data: { $inc: { rev: 1 } } }),
    ],
    ['嵌套对象', () => loose().add({ data: { _id: 'a', deep: { b: 1 } } })],
    ['没有编号的新增', () => loose().add({ data: { rev: 1 } })],
    [
      '整体 set',
      () =>
        loose()
          .doc('a')
          .set({ data: { rev: 1 } }),
    ],
    [
      '计数',
      () =>
        loose()
          .where({ _id: _.eq('a') })
          .count(),
    ],
    ['聚合', () => loose().aggregate().match({ rev: 1 }).end()],
    ['事务外删除', () => loose().doc('a').remove()],
    ['没有建过的集合', () => (db as unknown as Loose).collection('nowhere').doc('a').get()],
  ])('%s', async (_title, ask) => {
    await open();
    expect(await outcome(ask())).toContain('the stub does not know this');
    expect(wire.refusals).toHaveLength(1);
  });

  test('不是 SDK 发来的', async () => {
    await open();
    await fetch(`http://127.0.0.1:${wire.port}/admin?env=e&seqId=1`, { method: 'POST', body: '{}' });
    expect(wire.refusals).toHaveLength(1);
  });
});

describe('桩的事务如 CloudBase 所述', () => {
  const seed = async (...ids: string[]): Promise<void> => {
    for (const id of ids) await visits(db).add({ data: { _id: id, rev: 1 } });
  };
  const write = (of: WxTransaction, id: string, rev: number) =>
    visits(of)
      .doc(id)
      .update({ data: { rev: _.set(rev) } });
  const revOf = async (of: WxTransaction | WxDatabase, id: string) => (await visits(of).doc(id).get()).data?.rev;

  test('读快照；提交前别人看不见，提交后看得见', async () => {
    await open();
    await seed('a');
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    expect(await revOf(two, 'a')).toBe(1);
    await write(one, 'a', 2);
    expect([await revOf(one, 'a'), await revOf(two, 'a'), await revOf(db, 'a')]).toEqual([2, 1, 1]);
    await one.commit();
    expect([await revOf(two, 'a'), await revOf(db, 'a')]).toEqual([1, 2]);
  });

  test('写别人占着的、写快照之后变过的，当场冲突，且事务就此结束', async () => {
    await open();
    await seed('a', 'b');
    const [one, two, late] = [await db.startTransaction(), await db.startTransaction(), await db.startTransaction()];
    await revOf(late, 'b');
    await write(one, 'a', 2);
    expect(await outcome(write(two, 'a', 3))).toContain('TransactionConflict');
    expect(await outcome(write(two, 'b', 3))).toContain('has ended');
    await one.commit();
    expect(await outcome(write(late, 'a', 3))).toContain('TransactionConflict');
    expect(await revOf(db, 'a')).toBe(2);
  });

  test('没有改变什么的写不占住文档', async () => {
    await open();
    await seed('a');
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    await write(one, 'a', 1);
    expect(await outcome(write(two, 'a', 2))).toBe('done');
  });

  test('同一编号两个事务同时新增：后者当场冲突；已提交的是 E11000', async () => {
    await open();
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    const add = (of: WxTransaction) => visits(of).add({ data: { _id: 'a', rev: 1 } });
    await add(one);
    expect(await outcome(add(two))).toContain('TransactionConflict');
    await one.commit();
    expect(await outcome(add(await db.startTransaction()))).toContain('E11000');
    expect(await outcome(visits(db).add({ data: { _id: 'a' } }))).toContain('E11000');
  });

  test('事务外的写等到占有者放手', async () => {
    await open();
    await seed('a');
    const one = await db.startTransaction();
    await write(one, 'a', 2);
    let over = false;
    const outside = db
      .collection('visits')
      .where({ _id: _.eq('a'), rev: _.eq(1) })
      .update({ data: { rev: _.set(9) } })
      .then(({ stats }) => {
        over = true;
        return stats.updated;
      });
    while (wire.requests.length < 4) await revOf(db, 'a');
    expect(over).toBe(false);
    await one.commit();
    expect(await outside).toBe(0);
    expect(await revOf(db, 'a')).toBe(2);
  });

  test('两个操作一起来，后一个答忙', async () => {
    await open({ latencyMs: 100 });
    await seed('a', 'b');
    const one = await db.startTransaction();
    const answers = await Promise.all([outcome(write(one, 'a', 2)), outcome(write(one, 'b', 2))]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers.join()).toContain('TransactionBusy');
  });

  test('超过一百个操作、活得太久，都被结束', async () => {
    await open({ lifetimeMs: 400 });
    await seed('a', 'b');
    const many = await db.startTransaction();
    const answers: string[] = [];
    const old = await db.startTransaction();
    await write(old, 'b', 2);
    for (let i = 0; i < 101 && answers.length === 0; i++) {
      const answer = await outcome(revOf(many, 'a'));
      if (answer !== 'done') answers.push(answer);
    }
    expect(answers.join()).toContain('has ended');
    await db
      .collection('visits')
      .where({ _id: _.eq('b') })
      .update({ data: { rev: _.set(5) } });
    expect(await outcome(old.commit())).toContain('has ended');
    expect(await revOf(db, 'b')).toBe(5);
  });
});
