import type { ClientConfig } from 'pg';

/** A DATABASE_URL that cannot be used. The message says why and holds nothing of the URL's secrets. */
export class BadDatabaseUrl extends Error {}

const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^@/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/;
const SSL_MODES = ['disable', 'require', 'verify-ca', 'verify-full', 'no-verify'];
const WRITABLE = ['any', 'read-write', 'primary', 'prefer-standby'];

/** Where PostgreSQL may be found: of several hosts, whichever can be written to. */
export interface Host {
  /** Without user and password. */
  readonly name: string;
  readonly config: ClientConfig;
}

/**
 * `postgres://user:password@one:5432,two:5432/name?sslmode=verify-full`: one entry for each host. sslmode means what it
 * means to psql.
 * @throws BadDatabaseUrl
 */
export function hostsOf(url: string): readonly Host[] {
  const parts = PARTS.exec(url);
  if (!parts) throw new BadDatabaseUrl('应像 postgres://用户:密码@主机:5432/库名，密码里的特殊字符要写成 %xx');
  const [, head = '', hosts = '', path = '', query = ''] = parts;
  const asked = new URLSearchParams(query);
  const mode = asked.get('sslmode');
  if (mode !== null && !SSL_MODES.includes(mode))
    throw new BadDatabaseUrl(`sslmode 可以是 ${SSL_MODES.join('、')}，现在是「${mode}」`);
  if (mode === 'verify-ca' && !asked.has('sslrootcert'))
    throw new BadDatabaseUrl('sslmode=verify-ca 还要写 sslrootcert=根证书的文件');
  const session = asked.get('target_session_attrs');
  if (session !== null && !WRITABLE.includes(session))
    throw new BadDatabaseUrl(`target_session_attrs 应是 read-write，现在是「${session}」`);
  asked.delete('target_session_attrs');
  if (mode !== null && mode !== 'no-verify') asked.set('uselibpqcompat', 'true');
  const rest = asked.toString();
  return hosts.split(',').map((host) => {
    const connectionString = `${head}${host}${path}${rest && `?${rest}`}`;
    if (!URL.canParse(connectionString.replace('@/', '@socket/').replace('///', '//socket/')))
      throw new BadDatabaseUrl(`主机「${host}」写得不对，应像 db1.example.org:5432`);
    return { name: host || (asked.get('host') ?? 'localhost'), config: { connectionString } };
  });
}
