import { codeKeysFrom, LEAST_SECRET } from '../cloudfunctions/_core/code-keys';
import type { CodeKeys } from '../cloudfunctions/_core/tokens';
import { CannotStart } from './cannot-start';
import { proxiesFrom, type Trusts } from './network';

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** PostgreSQL; undefined: the embedded database in `dataDir`. */
  readonly database: Database | undefined;
  readonly demo: boolean;
  /** A demonstration may be reached from the public internet. */
  readonly demoPublic: boolean;
  /** Without a slash at the end; undefined in a demonstration: every visitor's own address is used. */
  readonly publicUrl: string | undefined;
  /** The first signs, all are accepted. Undefined only in a demonstration, which makes its own. */
  readonly sessionSecrets: readonly [string, ...string[]] | undefined;
  readonly codeKeys: CodeKeys | undefined;
  readonly weChat: { readonly appId: string; readonly secret: string } | undefined;
  /** Whose word is taken for where a request came from. */
  readonly trustsProxy: Trusts;
}

/** A PostgreSQL, by DATABASE_URL. */
export interface Database {
  readonly url: string;
  /** Connections of this process. */
  readonly poolSize: number;
  /** How long calls wait for a database that is away. */
  readonly patienceMs: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** @throws CannotStart with a sentence that says what to set */
export function readEnvironment(variables: Variables): Environment {
  const given = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const demo = given('DEMO') !== '0';
  // Invented data may be locked with a toy key.
  const least = demo ? 1 : LEAST_SECRET;
  const environment: Environment = {
    port: portOf(given('PORT') ?? '8080'),
    // A demonstration is for the phones in the same room; a deployment has a proxy with TLS before it.
    host: given('HOST') ?? (demo ? '0.0.0.0' : '127.0.0.1'),
    dataDir: given('DATA_DIR') ?? '.data',
    database: databaseOf(given('DATABASE_URL'), given('DATABASE_POOL') ?? '10', given('DATABASE_WAIT') ?? '30'),
    demo,
    demoPublic: given('DEMO_PUBLIC') === '1',
    publicUrl: publicUrlOf(given('PUBLIC_URL')),
    sessionSecrets: secretsOf(given('SESSION_SECRET'), least),
    codeKeys: keysOf(given('CODE_KEYS'), least),
    weChat: weChatOf(given('WX_APPID'), given('WX_SECRET')),
    trustsProxy: trustOf(given('TRUST_PROXY') ?? '127.0.0.1,::1'),
  };
  const missing = [
    ['SESSION_SECRET', environment.sessionSecrets],
    ['CODE_KEYS', environment.codeKeys],
    ['PUBLIC_URL', environment.publicUrl],
  ].flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (!demo && missing.length > 0)
    throw new CannotStart(`正式运行（DEMO=0）还缺少环境变量 ${missing.join('、')}，写法见 docs/guide/self-host.md`);
  return environment;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new CannotStart(`PORT 应是 0 到 65535 的数字，现在是「${text}」`);
  return port;
}

function databaseOf(url: string | undefined, pool: string, wait: string): Database | undefined {
  if (url === undefined) return undefined;
  // The URL itself may hold a password and is not shown.
  if (!/^postgres(ql)?:\/\//.test(url)) throw new CannotStart('DATABASE_URL 应像 postgres://用户:密码@主机:5432/库名');
  const within = (name: string, text: string, most: number): number => {
    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    throw new CannotStart(`${name} 应是 1 到 ${most} 的数字，现在是「${text}」`);
  };
  return {
    url,
    poolSize: within('DATABASE_POOL', pool, 1000),
    patienceMs: within('DATABASE_WAIT', wait, 600) * 1000,
  };
}

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new CannotStart(`PUBLIC_URL 应像 https://example.org，不带路径，现在是「${text}」`);
  return url.origin;
}

/** `newest,older`: sessions outlive a change of the secret as long as the older one stands there. */
function secretsOf(text: string | undefined, least: number): readonly [string, ...string[]] | undefined {
  const secrets = text?.split(',').map((one) => one.trim()) as [string, ...string[]] | undefined;
  if (secrets?.some((one) => one.length < least))
    throw new CannotStart(`SESSION_SECRET 应是一个密钥，或「新密钥,旧密钥」，每个至少 ${least} 个字符`);
  return secrets;
}

function keysOf(text: string | undefined, least: number): CodeKeys | undefined {
  if (text === undefined) return undefined;
  const keys = codeKeysFrom(text, least);
  if (!keys)
    throw new CannotStart(
      `CODE_KEYS 应像 1:新密钥,0:旧密钥，编号 0 到 15 不重复，每个密钥至少 ${least} 个字符、不含空格和逗号`,
    );
  return keys;
}

function trustOf(text: string): Trusts {
  const trusts = proxiesFrom(text);
  if (!trusts) throw new CannotStart(`TRUST_PROXY 应是反向代理的地址，如 127.0.0.1,10.0.0.0/24，现在是「${text}」`);
  return trusts;
}

function weChatOf(appId: string | undefined, secret: string | undefined): Environment['weChat'] {
  if ((appId === undefined) !== (secret === undefined)) throw new CannotStart('WX_APPID 和 WX_SECRET 要一起设置');
  return appId !== undefined && secret !== undefined ? { appId, secret } : undefined;
}
