import { writeFileSync } from 'node:fs';
import { CannotStart } from '../../server/cannot-start';
import { checkArchive, loadArchive } from '../../server/move/load-archive';
import { openSqlite } from '../../server/store/sqlite';
import { resealed } from './resealed';
import { folderFor, silent } from './samples';

let folder: ReturnType<typeof folderFor>;
beforeEach(() => {
  folder = folderFor('foreign');
});
afterEach(() => folder.remove());

const header = (counts: object, more = {}): string =>
  JSON.stringify({ format: 'qianren-qianqi', version: 1, counts, ...more }).slice(1, -1);
const document = (doc: object, collection = 'stations'): string =>
  JSON.stringify({ collection, doc: { id: 'S1', scope: 'S1', rev: 1, ...doc } }).slice(1, -1);

describe('封好了，但不是能导入的', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['别的格式', [header({}, { format: 'other' }), '"end":0'], /第 1 行：不是本系统的归档/],
    ['更新的版本', [header({}, { version: 2 }), '"end":0'], /第 1 行：归档是第 2 版/],
    ['不认识的集合', [header({ moons: 1 }), document({}, 'moons'), '"end":1'], /不认识的集合 moons/],
    ['条数不是数', [header({ stations: '1' }), document({}), '"end":1'], /第 1 行/],
    ['没有开头', [document({}), '"end":1'], /第 1 行：不是本系统的归档/],
    ['开头有两个', [header({}), header({}), '"end":0'], /第 2 行：归档里又有一个开头/],
    ['少一条', [header({ stations: 2 }), document({}), '"end":1'], /stations 应有 2 条，归档里有 1 条/],
    ['多一条', [header({}), document({}), '"end":1'], /stations 应有 0 条，归档里有 1 条/],
    ['结尾的数不对', [header({ stations: 1 }), document({}), '"end":7'], /第 3 行：结尾说有 7 条/],
    ['没有版本号', [header({ stations: 1 }), document({ rev: 0 }), '"end":1'], /第 2 行：不是可以保存的记录/],
    ['没有编号', [header({ stations: 1 }), document({ id: '' }), '"end":1'], /第 2 行：不是可以保存的记录/],
    ['索引的值不对', [header({ stations: 1 }), document({ district: 7 }), '"end":1'], /第 2 行：不是可以保存的记录/],
    [
      '太大',
      [header({ stations: 1 }), document({ x: '长'.repeat(150_000) }), '"end":1'],
      /第 2 行：不是可以保存的记录/,
    ],
    ['不是记录', [header({ stations: 1 }), '"collection":"stations","doc":[]', '"end":1'], /第 2 行/],
    ['不是 JSON', [header({ stations: 1 }), '"collection":"stations","doc":{"id":}', '"end":1'], /第 2 行/],
  ])('%s', async (_title, texts, sentence) => {
    writeFileSync(folder.path('a.jsonl'), resealed(texts));
    const checked = checkArchive(folder.path('a.jsonl'), silent);
    await expect(checked).rejects.toThrow(sentence);
    await expect(checked).rejects.toThrow(CannotStart);
  });

  test('同一编号有两条：导入时拒绝，这一批一条也不写', async () => {
    writeFileSync(folder.path('a.jsonl'), resealed([header({ stations: 2 }), document({}), document({}), '"end":2']));
    const store = await openSqlite(':memory:');
    await expect(loadArchive(store, folder.path('a.jsonl'), silent)).rejects.toThrow(CannotStart);
    expect(await store.get([{ collection: 'stations', id: 'S1' }])).toEqual([undefined]);
    await store.close();
  });
});
