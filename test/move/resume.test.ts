import { prepareStore } from '../../server/first-start';
import type { MovableStore } from '../../server/move/depot';
import { loadArchive } from '../../server/move/load-archive';
import { writeArchive } from '../../server/move/write-archive';
import { openSqlite } from '../../server/store/sqlite';
import { programs, run } from './programs';
import { fill, folderFor, liveThrough, silent } from './samples';

let folder: ReturnType<typeof folderFor>;
beforeEach(() => {
  folder = folderFor('resume');
});
afterEach(() => folder.remove());

const PEOPLE = 12_000;

test('导入到一半被 kill -9：这时不当作完整的数据来用；再导入一次，从停下的地方接着；结果一个字节不差', async () => {
  const source = await openSqlite(':memory:');
  await liveThrough(source);
  await fill(source, PEOPLE);
  const { documents, sum } = await writeArchive(source, folder.path('a.jsonl.gz'), silent);
  await source.close();
  await programs(folder.path('.'), { import: 'server/import.ts' });
  const importing = (onText?: (out: string) => void) =>
    run(folder.path('import.cjs'), [folder.path('a.jsonl.gz')], { DATA_DIR: folder.path('data') }, onText);

  const first = importing((out) => {
    if (out.includes('正在导入 25%')) first.child.kill('SIGKILL');
  });
  expect(await first.ended).toMatchObject({ code: null });
  const half = await openSqlite(folder.path('data/store.db'));
  await expect(prepareStore(half, false, 0)).rejects.toThrow(/只导入了一半/);
  const held = await half.snapshot((at) => at.count('persons'));
  await half.close();
  expect(held).toBeGreaterThan(PEOPLE / 5);
  expect(held).toBeLessThan(PEOPLE);

  const second = await importing().ended;
  expect(second.code).toBe(0);
  const before = Number(/其中 (\d+) 条是上次已经导入的/.exec(second.out)?.[1]);
  expect(before).toBeGreaterThanOrEqual(held);
  expect(before).toBeLessThan(documents);
  expect(second.out).toContain(`已导入 ${documents} 条记录，归档校验值 ${sum}`);
  expect(second.out).toContain('历史全部相符');

  const third = await importing().ended;
  expect(third).toMatchObject({ code: 0, out: expect.stringContaining(`其中 ${documents} 条是上次已经导入的`) });
  const target = await openSqlite(folder.path('data/store.db'));
  expect(await writeArchive(target, folder.path('b.jsonl'), silent)).toEqual({ documents, sum });
  await target.close();
});

describe('目标不是空的，也不是同一份归档的开头：拒绝，什么也不改', () => {
  let target: MovableStore;
  beforeEach(async () => {
    const source = await openSqlite(':memory:');
    await liveThrough(source);
    await writeArchive(source, folder.path('a.jsonl'), silent);
    await source.close();
    target = await openSqlite(':memory:');
  });
  afterEach(() => target.close());

  const load = () => loadArchive(target, folder.path('a.jsonl'), silent);
  const unchanged = async (sentence: RegExp): Promise<void> => {
    const before = await writeArchive(target, folder.path('before.jsonl'), silent);
    await expect(load()).rejects.toThrow(sentence);
    expect(await writeArchive(target, folder.path('after.jsonl'), silent)).toEqual(before);
  };

  test('有别的记录', async () => {
    await target.commit([{ kind: 'insert', collection: 'notices', doc: { id: 'n', scope: 'city' } }]);
    await unchanged(/从归档第 2 行起不同/);
  });

  test('有归档里没有的记录', async () => {
    await load();
    await target.commit([{ kind: 'insert', collection: 'settings', doc: { id: 'z', scope: 'city' } }]);
    await unchanged(/比归档多/);
  });

  test('有一条被改过', async () => {
    await load();
    const [doc] = await target.get([{ collection: 'stations', id: 'ST110119' }]);
    await target.commit([
      { kind: 'put', collection: 'stations', doc: { id: 'ST110119', scope: 'x' }, rev: doc?.rev ?? 0 },
    ]);
    await unchanged(/从归档第 3 行起不同/);
  });

  test('正式运行过的数据库', async () => {
    await prepareStore(target, false, 0);
    await unchanged(/从归档第 2 行起不同/);
  });

  test('导入时有别的程序在写：停下，说出来', async () => {
    const meddling = {
      ...target,
      load: async (documents: Parameters<MovableStore['load']>[0]) => {
        await target.commit([{ kind: 'insert', collection: 'settings', doc: { id: 'settings', scope: 'city' } }]);
        return target.load(documents);
      },
    };
    await expect(loadArchive(meddling, folder.path('a.jsonl'), silent)).rejects.toThrow(/有别的程序正在写/);
  });
});
