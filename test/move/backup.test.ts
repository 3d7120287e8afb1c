import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import { findAll } from '../../cloudfunctions/_core/recount';
import { CannotStart } from '../../server/cannot-start';
import { backUp, restore } from '../../server/move/backup';
import { writeArchive } from '../../server/move/write-archive';
import { openStore } from '../../server/open';
import { programs, run } from './programs';
import { folderFor, liveThrough, silent } from './samples';

let folder: ReturnType<typeof folderFor>;
beforeEach(() => {
  folder = folderFor('backup');
});
afterEach(() => folder.remove());

const data = (name = 'data'): string => folder.path(name);
const lived = async (): Promise<void> => {
  const store = await openStore(data());
  await liveThrough(store);
  await store.close();
};
const exported = async (dataDir: string, name: string): Promise<string> => {
  const store = await openStore(dataDir);
  await writeArchive(store, folder.path(name), silent);
  await store.close();
  return readFileSync(folder.path(name), 'utf8');
};

test('备份、恢复：同样的记录，同样的总校验值；只有主人能读', async () => {
  await lived();
  const proof = await backUp(data(), folder.path('b.db'));
  expect(proof).toMatchObject({ days: 1, lastDay: '2026-03-10' });
  expect(proof.histories).toBeGreaterThan(30);
  expect(readdirSync(folder.path('.')).sort()).toEqual(['b.db', 'b.db.proof.json', 'data']);
  for (const name of ['b.db', 'b.db.proof.json']) expect(statSync(folder.path(name)).mode & 0o077).toBe(0);
  const { before, after } = await restore(folder.path('b.db'), data('new'));
  expect(before).toEqual(proof);
  expect(after).toEqual(proof);
  expect(readdirSync(data('new'))).toEqual(['store.db']);
  expect(await exported(data('new'), 'new.jsonl')).toBe(await exported(data(), 'old.jsonl'));
});

/** Programs that write two documents in each commit, and print each commit that was acknowledged. */
const writing = async (): Promise<{ readonly said: () => string; readonly kill: () => Promise<unknown> }> => {
  await (await openStore(data())).close();
  await programs(folder.path('.'), { writer: 'test/contract/sqlite-kill.child.ts' });
  const writer = run(folder.path('writer.cjs'), [data('data/store.db')], {});
  for (const end = Date.now() + 20_000; writer.said().split('\n').length < 500; ) {
    if (Date.now() > end) throw new Error(`it does not write: ${writer.said()}`);
    await new Promise(setImmediate);
  }
  const kill = (): Promise<unknown> => {
    writer.child.kill('SIGKILL');
    return writer.ended;
  };
  return { said: writer.said, kill };
};

test('有程序一直在写时备份：已经确认的都在，没有半个提交', async () => {
  const writer = await writing();
  const acknowledged = writer.said().split('\n').slice(0, -1);
  await expect(backUp(data(), folder.path('b.db'))).resolves.toMatchObject({ days: 0 });
  const during = writer.said();
  await writer.kill();
  expect(during.length).toBeGreaterThan(0);
  await restore(folder.path('b.db'), data('new'));
  const store = await openStore(data('new'));
  const ids = async (collection: 'visits' | 'audit') => (await findAll(store, { collection })).map(({ id }) => id);
  const visits = await ids('visits');
  expect(visits).toEqual(await ids('audit'));
  expect(new Set(visits)).toEqual(new Set([...visits, ...acknowledged]));
  await store.close();
});

test('有程序一直在写时导出：是同一时刻的样子', async () => {
  const writer = await writing();
  const acknowledged = writer.said().split('\n').slice(0, -1);
  const text = await exported(data(), 'a.jsonl');
  await writer.kill();
  const ids = (collection: string): string[] =>
    text.split('\n').flatMap((line) => {
      const { collection: own, doc } = JSON.parse(line || '{}') as { collection?: string; doc?: { id: string } };
      return own === collection && doc ? [doc.id] : [];
    });
  expect(ids('visits')).toEqual(ids('audit'));
  expect(new Set(ids('visits'))).toEqual(new Set([...ids('visits'), ...acknowledged]));
});

describe('不能算数的备份', () => {
  test('不覆盖已有的文件', async () => {
    await lived();
    writeFileSync(folder.path('b.db'), 'mine');
    await expect(backUp(data(), folder.path('b.db'))).rejects.toThrow(CannotStart);
    expect(readFileSync(folder.path('b.db'), 'utf8')).toBe('mine');
  });

  test('历史对不上的数据库：不给它备份的名字，副本另外留着', async () => {
    await lived();
    const database = new Database(data('data/store.db'));
    database.exec(`UPDATE visits SET body = replace(body, '"kind":"completed"', '"kind":"cancelled"')`);
    database.close();
    await expect(backUp(data(), folder.path('b.db'))).rejects.toThrow(/记录被改动过.*b\.db\.suspect/);
    expect(readdirSync(folder.path('.')).sort()).toEqual(['b.db.suspect', 'data']);
  });

  test.each<[string, (file: string) => void, RegExp]>([
    ['翻了一位', (file) => flip(file, statSync(file).size - 1000), /sha256 不符/],
    ['断了', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)), /sha256 不符/],
    [
      '断了，旁边的核对也没有了',
      (file) => {
        rmSync(`${file}.proof.json`);
        writeFileSync(file, readFileSync(file).subarray(0, 20_000));
      },
      /不是完好的数据库/,
    ],
    [
      '不是数据库',
      (file) => {
        rmSync(`${file}.proof.json`);
        writeFileSync(file, 'hello'.repeat(1000));
      },
      /不是完好的数据库/,
    ],
    ['没有这个文件', (file) => rmSync(file), /没有/],
  ])('%s：不恢复，目录里不留下数据库', async (_title, damage, sentence) => {
    await lived();
    await backUp(data(), folder.path('b.db'));
    damage(folder.path('b.db'));
    await expect(restore(folder.path('b.db'), data('new'))).rejects.toThrow(sentence);
    expect(existsSync(data('new')) ? readdirSync(data('new')) : []).toEqual([]);
  });

  test.each(['store.db', 'store.db-wal'])('目录里已有 %s：不恢复', async (name) => {
    await lived();
    await backUp(data(), folder.path('b.db'));
    await (await openStore(data('new'))).close();
    for (const one of readdirSync(data('new'))) rmSync(data(`new/${one}`));
    writeFileSync(data(`new/${name}`), 'mine');
    await expect(restore(folder.path('b.db'), data('new'))).rejects.toThrow(/已经存在/);
    expect(readFileSync(data(`new/${name}`), 'utf8')).toBe('mine');
  });
});

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
