import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../server/store/postgres';
import { openSqlite } from '../../server/store/sqlite';
import { withPostgres } from '../postgres/with-postgres';
import { REAL, start } from './built-server';
import { type Database, sqliteDatabase } from './engines';
import { freePort, originOf, serveAll, serverAt } from './rig';
import { expectNothingLost, found } from './town';

let folder: string;
let database: Database;
const path = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moving-'));
  database = sqliteDatabase();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  database.remove();
});

const run = async (name: string, env: Readonly<Record<string, string>>, ...args: string[]): Promise<string> => {
  const { code, out } = await start(name, env, args).ended;
  expect([code, out]).toEqual([0, expect.any(String)]);
  return out;
};
const rootIn = (out: string): string | undefined => /历史总校验值 ([\w-]{22})/.exec(out)?.[1];

test('服务照常签到时备份；恢复到新目录，总校验值相同；备份之前确认过的都在，在新目录上接着服务', async () => {
  const pairs = await found(database.open, 40);
  const port = await freePort();
  const server = await serverAt(port, database.env);
  const early = await serveAll(() => originOf(port), pairs.slice(0, 10), 8);
  const rest = serveAll(() => originOf(port), pairs.slice(10, 30), 8);
  const backedUp = await run('backup', database.env, path('b.db'));
  await rest;
  expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });

  const restored = { DATA_DIR: path('new') };
  const said = await run('restore', restored, path('b.db'));
  expect(said).toContain('两者相符');
  expect([...said.matchAll(/历史总校验值 ([\w-]{22})/g)].map(([, root]) => root)).toEqual([
    rootIn(backedUp),
    rootIn(backedUp),
  ]);
  expect(rootIn(await run('verify', restored))).toBe(rootIn(backedUp));
  const open = () => openSqlite(join(restored.DATA_DIR, 'store.db'));
  await (await expectNothingLost(open, early)).close();
  const next = await serverAt(port, restored);
  const late = await serveAll(() => originOf(port), pairs.slice(30), 8);
  expect(await next.end('SIGTERM')).toMatchObject({ code: 0 });
  await (await expectNothingLost(open, late)).close();
}, 120_000);

test('写错了命令、没有数据、目标不空：说出该做什么，不打印堆栈', async () => {
  await found(database.open, 2);
  const none = { DATA_DIR: path('none') };
  const cases: readonly [string, Readonly<Record<string, string>>, readonly string[], RegExp][] = [
    ['export', database.env, [], /用法：npm run export/],
    ['export', none, [path('a.jsonl')], /没有数据/],
    ['import', none, ['--help'], /用法：npm run import/],
    ['import', none, [path('a.jsonl')], /读不到归档/],
    ['backup', none, [path('b.db')], /没有数据/],
    ['backup', { ...none, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' }, [path('b.db')], /PostgreSQL/],
    ['restore', { ...none, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' }, [path('b.db')], /PostgreSQL/],
    ['restore', database.env, [path('b.db')], /已经存在/],
    ['restore', none, [path('b.db')], /没有/],
  ];
  for (const [name, env, args, sentence] of cases) {
    const { code, out } = await start(name, env, args).ended;
    expect([name, code, out]).toEqual([name, 1, expect.stringMatching(sentence)]);
    expect(out).not.toContain('    at ');
  }
});

withPostgres('搬到 PostgreSQL', (cluster) => {
  test('从 SQLite 导出、导入 PostgreSQL：总校验值相同，在 PostgreSQL 上接着服务；再导回来也一样', async () => {
    const pairs = await found(database.open, 20);
    const port = await freePort();
    const server = await serverAt(port, database.env);
    const early = await serveAll(() => originOf(port), pairs.slice(0, 10), 8);
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
    const root = rootIn(await run('verify', database.env));

    const url = await cluster().freshDatabase();
    const postgres = { DATA_DIR: path('postgres'), DATABASE_URL: url };
    await run('export', database.env, path('a.jsonl.gz'));
    expect(rootIn(await run('import', postgres, path('a.jsonl.gz')))).toBe(root);
    const next = await serverAt(port, postgres);
    const late = await serveAll(() => originOf(port), pairs.slice(10), 8);
    expect(await next.end('SIGTERM')).toMatchObject({ code: 0 });
    const both = { ...early, kept: [...early.kept, ...late.kept] };
    await (await expectNothingLost(() => openPostgres(url), both)).close();

    const back = { ...REAL, DATA_DIR: path('back') };
    await run('export', postgres, path('b.jsonl'));
    await run('import', back, path('b.jsonl'));
    await (await expectNothingLost(() => openSqlite(join(back.DATA_DIR, 'store.db')), both)).close();
  }, 150_000);
});
