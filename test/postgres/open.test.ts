import { CannotStart } from '../../server/cannot-start';
import { readEnvironment } from '../../server/environment';
import { openStore } from '../../server/open';
import { hostsOf } from '../../server/store/postgres-url';
import { withPostgres } from './with-postgres';

const SECRET = 'geheim%2Fwort';

describe('DATABASE_URL', () => {
  test.each([
    ['postgres://u:p@one/d', ['postgres://u:p@one/d']],
    ['postgresql://u@one:5433/d?sslmode=disable', ['postgresql://u@one:5433/d?sslmode=disable&uselibpqcompat=true']],
    [
      'postgres://u:p%40@a:1,b:2,c/d?target_session_attrs=read-write',
      ['a:1', 'b:2', 'c'].map((at) => `postgres://u:p%40@${at}/d`),
    ],
    ['postgres://u@/d?host=/run/postgresql', ['postgres://u@/d?host=%2Frun%2Fpostgresql']],
    ['postgres://[::1]:5432,db/d', ['postgres://[::1]:5432/d', 'postgres://db/d']],
  ])('%s', (url, expected) => {
    expect(hostsOf(url).map(({ config }) => config.connectionString)).toEqual(expected);
  });

  test.each([
    'mysql://u@h/d',
    `postgres://u:${SECRET}@h:port/d`,
    `postgres://u:${SECRET}@a,b:99999/d`,
    `postgres://u:${SECRET}@h/d?sslmode=prefer`,
    `postgres://u:${SECRET}@h/d?sslmode=verify-ca`,
    `postgres://u:${SECRET}@h/d?target_session_attrs=standby`,
    `postgres://u:${SECRET}@h@i/d`,
  ])('不收，也不说出密码 %#', async (url) => {
    const failure = await openStore('nowhere', { url, poolSize: 1, patienceMs: 10 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CannotStart);
    expect(String(failure)).toContain('DATABASE_URL');
    expect(String(failure)).not.toContain('geheim');
  });

  test('环境变量：默认值、自定的值、写错的值', () => {
    const read = (more: Record<string, string>) =>
      readEnvironment({ DATABASE_URL: 'postgres://h/d', ...more }).database;
    expect(readEnvironment({}).database).toBeUndefined();
    expect(read({})).toEqual({ url: 'postgres://h/d', poolSize: 10, patienceMs: 30_000 });
    expect(read({ DATABASE_POOL: '4', DATABASE_WAIT: '60' })).toMatchObject({ poolSize: 4, patienceMs: 60_000 });
    for (const wrong of [
      { DATABASE_POOL: '0' },
      { DATABASE_POOL: 'x' },
      { DATABASE_WAIT: '601' },
      { DATABASE_URL: 'sqlite:x' },
    ])
      expect(() => read(wrong)).toThrow(CannotStart);
  });
});

withPostgres('打不开数据库时说出该做什么', (cluster) => {
  const why = async (url: string): Promise<string> => {
    const failure = await openStore('nowhere', { url, poolSize: 1, patienceMs: 10 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CannotStart);
    expect(String(failure)).not.toContain('geheim');
    return String(failure);
  };

  beforeAll(async () => {
    await cluster().query(`CREATE ROLE guest LOGIN PASSWORD 'right'; CREATE ROLE locked NOLOGIN PASSWORD 'geheim'`);
    await cluster().query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  });
  const at = (user: string, database = 'postgres', query = ''): string =>
    `postgres://${user}:${SECRET}@127.0.0.1:${cluster().port}/${database}${query}`;

  test('没有在监听', async () => {
    const url = `postgres://u:${SECRET}@127.0.0.1:1/d`;
    expect(await why(url)).toMatch(/127\.0\.0\.1:1.*请先启动 PostgreSQL/);
  });
  test('不许登录', async () => expect(await why(at('locked'))).toContain('用户名或密码不对'));
  test('没有这个库', async () => expect(await why(at('guest', 'none'))).toContain('CREATE DATABASE'));
  test('没有建表的权限', async () => expect(await why(at('guest'))).toContain('OWNER TO'));
  test('证书读不到', async () => {
    expect(await why(at('guest', 'postgres', '?sslmode=verify-full&sslrootcert=/nowhere/root.crt'))).toContain(
      'sslrootcert',
    );
  });
  test('不支持加密', async () => expect(await why(at('guest', 'postgres', '?sslmode=require'))).toContain('sslmode'));
  test('只读的', async () => {
    await cluster().query('ALTER ROLE guest SET default_transaction_read_only = on');
    expect(await why(at('guest'))).toContain('只读');
  });
});
