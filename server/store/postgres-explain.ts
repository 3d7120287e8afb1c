import { codeOf, isOfFile, Unreachable } from './postgres-errors';
import { BadDatabaseUrl, hostsOf } from './postgres-url';

/** By SQLSTATE or the network's code: what is wrong, and what to do about it. */
const WHY: readonly (readonly [RegExp, string])[] = [
  [/^FILE$/, '证书或密钥的文件读不到。请核对 DATABASE_URL 里的 sslrootcert、sslcert、sslkey'],
  [/^ECONNREFUSED$|^ENOENT$/, '那里没有数据库在监听。请先启动 PostgreSQL，核对主机和端口'],
  [/^ENOTFOUND$|^EAI_AGAIN$/, '找不到这个主机名。请核对 DATABASE_URL 里的主机，或域名解析'],
  [/^E(HOSTUNREACH|NETUNREACH|TIMEDOUT|CONNRESET|PIPE)$/, '网络不通。请核对主机、端口和防火墙'],
  [/^28/, '用户名或密码不对，或数据库不许这个用户从这里登录（pg_hba.conf）'],
  [/^3D000$/, '没有这个数据库。请先建好：CREATE DATABASE … OWNER …'],
  [/^42501$/, '这个用户没有建表的权限。请让它成为数据库的所有者：ALTER DATABASE … OWNER TO …'],
  [/^53300$/, '数据库的连接已满。请调小 DATABASE_POOL，或调大 max_connections'],
  [/^57P03$/, '数据库正在启动或恢复，请稍后再启动'],
  [/^25006$/, '连到的都是只读的备库。请把主库也写进 DATABASE_URL，或等切换完成'],
  [/^08P01$/, '中间的连接池不认识我们的设置，写法见 docs/guide/postgres.md'],
  [/CERT|SSL|TLS|ALTNAME|SIGNATURE/i, '加密连接没有建立起来。请核对 sslmode 和证书（sslrootcert）'],
];

/** Why a database could not be opened, in a sentence for whoever starts the program; nothing secret is in it. */
export function whyNotOpened(url: string, failure: unknown): string {
  if (failure instanceof BadDatabaseUrl) return `DATABASE_URL ${failure.message}`;
  const error = failure instanceof Unreachable ? failure.reason : failure;
  const message = error instanceof Error ? error.message : '';
  const code = isOfFile(error) ? 'FILE' : codeOf(error);
  const [, why] = WHY.find(([pattern]) => pattern.test(code) || (code === '' && pattern.test(message))) ?? [];
  const where = hostsOf(url)
    .map(({ name }) => name)
    .join('、');
  return `打不开数据库（${where}）：${why ?? '数据库没有应答，或拒绝了我们'}${message && `。原话：${message}`}`;
}
