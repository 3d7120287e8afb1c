import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { CannotStart } from '../cannot-start';
import type { Metrics } from '../metrics';
import type { Operating } from '../operating';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Metrics on a port of their own, so that no proxy before the calls can let them out by mistake.
 * @throws CannotStart where the port cannot be had
 */
export function serveMetrics(
  { text, contentType }: Pick<Metrics, 'text' | 'contentType'>,
  { port, host, token }: NonNullable<Operating['metrics']>,
): Promise<Server> {
  const wanted = token === undefined ? undefined : digest(`Bearer ${token}`);
  const server = createServer(({ method, url, headers }, response) => {
    const end = (status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    if (wanted && !timingSafeEqual(digest(headers.authorization ?? ''), wanted)) return end(401, '');
    if (url !== '/metrics' || (method !== 'GET' && method !== 'HEAD')) return end(404, '');
    text().then(
      (all) => end(200, all, contentType),
      () => end(500, ''),
    );
  });
  // Whoever reads metrics never keeps the process alive.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new CannotStart(`METRICS_PORT=${port} 不能使用（${code}），可换一个端口`)),
    );
    server.listen(port, host, () => resolve(server));
  });
}
