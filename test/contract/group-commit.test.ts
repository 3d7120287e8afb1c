import Database from 'libsql';
import { groupCommit } from '../../server/store/group-commit';

function open() {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE t (n INTEGER)');
  const add = database.prepare('INSERT INTO t VALUES (?)');
  const group = groupCommit(database, (work: () => boolean) => work());
  const write = (n: number) => add.run(n);
  const stored = () => (database.prepare('SELECT n FROM t ORDER BY n').raw().all() as number[][]).flat();
  return { database, group, write, stored };
}

describe('同一轮里的提交合成一个事务', () => {
  test('一个抛错、一个不要，各自只收回自己的', async () => {
    const { group, write, stored } = open();
    const outcomes = await Promise.allSettled([
      group.commit(() => write(1).changes === 1),
      group.commit(() => {
        write(2);
        throw new Error('broken');
      }),
      group.commit(() => write(3).changes === 2),
      group.commit(() => write(4).changes === 1),
    ]);
    expect(outcomes).toMatchObject([
      { value: true },
      { reason: { message: 'broken' } },
      { value: false },
      { value: true },
    ]);
    expect(stored()).toEqual([1, 4]);
  });

  test('落盘之前谁也得不到答复', async () => {
    const { database, group, write } = open();
    const seen: boolean[] = [];
    const answered = group.commit(() => write(1).changes === 1).then(() => seen.push(database.inTransaction));
    const other = group.commit(() => {
      expect(seen).toEqual([]);
      return true;
    });
    await Promise.all([answered, other]);
    expect(seen).toEqual([false]);
  });

  test('整个事务写不成，全部拒绝，什么也没留下，之后照常', async () => {
    const { database, group, write, stored } = open();
    const outcomes = await Promise.allSettled([
      group.commit(() => write(1).changes === 1),
      group.commit(() => {
        database.exec('ROLLBACK');
        throw new Error('disk full');
      }),
      group.commit(() => write(3).changes === 1),
    ]);
    expect(outcomes).toMatchObject(Array(3).fill({ status: 'rejected', reason: { message: 'disk full' } }));
    expect(stored()).toEqual([]);
    expect(await group.commit(() => write(5).changes === 1)).toBe(true);
    expect(stored()).toEqual([5]);
  });
});
