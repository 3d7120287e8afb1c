import { codeKeysFrom, LEAST_SECRET } from '../cloudfunctions/_core/code-keys';
import type { CodeKeys } from '../cloudfunctions/_core/tokens';
import { CannotStart } from './cannot-start';

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly demo: boolean;
  /** Without a slash at the end; undefined in a demonstration: every visitor's own address is used. */
  readonly publicUrl: string | undefined;
  /** Undefined only in a demonstration, which makes its own. */
  readonly sessionSecret: string | undefined;
  readonly codeKeys: CodeKeys | undefined;
  readonly weChat: { readonly appId: string; readonly secret: string } | undefined;
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
    demo,
    publicUrl: publicUrlOf(given('PUBLIC_URL')),
    sessionSecret: secretOf(given('SESSION_SECRET'), least),
    codeKeys: keysOf(given('CODE_KEYS'), least),
    weChat: weChatOf(given('WX_APPID'), given('WX_SECRET')),
  };
  const missing = [
    ['SESSION_SECRET', environment.sessionSecret],
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

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new CannotStart(`PUBLIC_URL 应像 https://example.org，不带路径，现在是「${text}」`);
  return url.origin;
}

function secretOf(text: string | undefined, least: number): string | undefined {
  if (text !== undefined && text.length < least) throw new CannotStart(`SESSION_SECRET 太短，至少 ${least} 个字符`);
  return text;
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

function weChatOf(appId: string | undefined, secret: string | undefined): Environment['weChat'] {
  if ((appId === undefined) !== (secret === undefined)) throw new CannotStart('WX_APPID 和 WX_SECRET 要一起设置');
  return appId !== undefined && secret !== undefined ? { appId, secret } : undefined;
}
