import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CannotStart } from '../../server/cannot-start';
import type { MovableStore } from '../../server/move/depot';
import { checkArchive, loadArchive } from '../../server/move/load-archive';
import { writeArchive } from '../../server/move/write-archive';
import { openSqlite } from '../../server/store/sqlite';
import { verifyHistories } from '../../server/verify-histories';
import { fill, folderFor, liveThrough, silent } from './samples';

let folder: ReturnType<typeof folderFor>;
let source: MovableStore;
let stores: MovableStore[];
const empty = async (): Promise<MovableStore> => {
  const store = await openSqlite(':memory:');
  stores.push(store);
  return store;
};
beforeEach(async () => {
  folder = folderFor('archive');
  stores = [];
  source = await empty();
});
afterEach(async () => {
  for (const store of stores) await store.close();
  folder.remove();
});

const bytesOf = async (store: MovableStore, name: string): Promise<string> => {
  await writeArchive(store, folder.path(name), silent);
  const bytes = readFileSync(folder.path(name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
};

test.each(['a.jsonl', 'a.jsonl.gz'])('导出、导入、再导出，一个字节不差：%s', async (name) => {
  await liveThrough(source);
  await fill(source, 1200);
  const first = await bytesOf(source, name);
  const target = await empty();
  const loaded = await loadArchive(target, folder.path(name), silent);
  expect(loaded).toMatchObject({ before: 0, documents: first.split('\n').length - 3 });
  expect(await bytesOf(target, `b-${name}`)).toBe(first);
  expect(await checkArchive(folder.path(`b-${name}`), silent)).toEqual({ sum: loaded.sum });
  const verdict = await verifyHistories(target);
  expect(verdict).toMatchObject({ kind: 'whole', roots: [{}] });
  expect(verdict).toEqual(await verifyHistories(source));
  expect(statSync(folder.path(name)).mode & 0o077).toBe(0);
});

test('空的数据库也能走一遍', async () => {
  const first = await bytesOf(source, 'a.jsonl');
  const target = await empty();
  expect(await loadArchive(target, folder.path('a.jsonl'), silent)).toMatchObject({ documents: 0, before: 0 });
  expect(await bytesOf(target, 'b.jsonl')).toBe(first);
});

test('导入之后照常写入：版本号从原来的往下数', async () => {
  await fill(source, 0);
  await bytesOf(source, 'a.jsonl');
  const target = await empty();
  await loadArchive(target, folder.path('a.jsonl'), silent);
  const doc = { id: 'filled:é', scope: 'city', roleKeys: ['center'] };
  expect(await target.commit([{ kind: 'put', collection: 'persons', doc, rev: 1 }])).toBe('conflict');
  expect(await target.commit([{ kind: 'put', collection: 'persons', doc, rev: 4 }])).toBe('done');
  expect((await target.find({ collection: 'persons', eq: { roleKeys: 'center' } })).docs).toMatchObject([{ rev: 5 }]);
});

test('不覆盖已有的文件；没写完的不占它的名字', async () => {
  await fill(source, 10);
  writeFileSync(folder.path('a.jsonl'), 'mine');
  await expect(writeArchive(source, folder.path('a.jsonl'), silent)).rejects.toThrow(CannotStart);
  expect(readFileSync(folder.path('a.jsonl'), 'utf8')).toBe('mine');
  const stop = (): never => {
    throw new Error('stopped');
  };
  await expect(writeArchive(source, folder.path('b.jsonl'), stop)).rejects.toThrow('stopped');
  expect(existsSync(folder.path('b.jsonl'))).toBe(false);
  await writeArchive(source, folder.path('b.jsonl'), silent);
  expect(readdirSync(folder.path('.'))).toEqual(['a.jsonl', 'b.jsonl']);
});

const lineAt = (text: string, n: number): string[] => {
  const lines = text.split('\n');
  return [...lines.slice(0, n), ...lines.slice(n + 1)];
};
const flipped = (text: string, at: number): Buffer => {
  const bytes = Buffer.from(text);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};
/** Where a line (from 1) begins. */
const startOf = (text: string, line: number): number =>
  Buffer.byteLength(
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n'),
  ) + 1;

describe('归档坏了：一个字也不导入，说出哪一行', () => {
  test.each<[string, (text: string) => string | Buffer, RegExp]>([
    ['开头翻了一位', (text) => flipped(text, 60), /第 1 行：内容被改动过/],
    ['第 5 行里翻了一位', (text) => flipped(text, startOf(text, 5) + 90), /第 5 行：内容被改动过/],
    ['第 5 行的封印翻了一位', (text) => flipped(text, startOf(text, 5) + 12), /第 5 行：内容被改动过/],
    ['第 4 行的行尾翻了一位', (text) => flipped(text, startOf(text, 5) - 1), /第 4 行：内容被改动过/],
    ['拿走第 7 行', (text) => lineAt(text, 6).join('\n'), /第 7 行：.*前面少了/],
    [
      '第 7 行写了两遍',
      (text) =>
        text
          .split('\n')
          .flatMap((one, i) => (i === 6 ? [one, one] : [one]))
          .join('\n'),
      /第 8 行：.*多了一行/,
    ],
    ['最后多了一行', (text) => `${text}${text.split('\n')[3]}\n`, /已经结束，后面还有内容/],
    ['接着又是一份', (text) => text + text, /已经结束，后面还有内容/],
    ['断在一行当中', (text) => text.slice(0, text.length / 2), /不完整：第 \d+ 行只有一半/],
    ['断在两行之间', (text) => `${text.split('\n').slice(0, 8).join('\n')}\n`, /不完整：没有结尾，读到 7 条/],
    ['结尾没有换行', (text) => text.trimEnd(), /不完整：第 \d+ 行只有一半/],
    ['是别的文件', () => '{"hello":1}\n', /第 1 行：不是本系统的归档/],
    ['是空的', () => '', /第 1 行：不是本系统的归档/],
    ['一行没有尽头', (text) => text.split('\n')[0] + 'x'.repeat(3_000_000), /第 1 行太长/],
  ])('%s', async (_title, damage, sentence) => {
    await liveThrough(source);
    const text = await bytesOf(source, 'a.jsonl');
    writeFileSync(folder.path('b.jsonl'), damage(text));
    await expect(checkArchive(folder.path('b.jsonl'), silent)).rejects.toThrow(sentence);
    await expect(checkArchive(folder.path('b.jsonl'), silent)).rejects.toThrow(CannotStart);
  });

  test.each<[string, (packed: Buffer) => Buffer, RegExp]>([
    ['压缩的断了', (packed) => packed.subarray(0, packed.length - 9), /不完整：压缩的内容在第 \d+ 行断了/],
    ['压缩的翻了一位', (packed) => Buffer.from(packed).fill(packed[300] ?? 0 ^ 4, 301, 302), /第 \d+ 行/],
    ['不是压缩的', () => Buffer.from('not packed'), /第 1 行附近：压缩的内容已损坏/],
  ])('%s', async (_title, damage, sentence) => {
    await liveThrough(source);
    const packed = gzipSync(await bytesOf(source, 'a.jsonl'));
    writeFileSync(folder.path('b.jsonl.gz'), damage(packed));
    await expect(checkArchive(folder.path('b.jsonl.gz'), silent)).rejects.toThrow(sentence);
    await expect(checkArchive(folder.path('b.jsonl.gz'), silent)).rejects.toThrow(CannotStart);
  });

  test('没有这个文件', async () => {
    await expect(checkArchive(folder.path('none'), silent)).rejects.toThrow(/读不到归档/);
  });
});
