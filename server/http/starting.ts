import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from '../cannot-start';

export interface Starting {
  readonly port: number;
  /** Gives the port free. */
  end(): Promise<void>;
}

/**
 * Holds the port while the store is opened, migrated or filled: alive, but not ready. Asked before the data is touched:
 * whoever starts a second server by mistake should hear so at once.
 * @param port 0: one that is free
 * @throws CannotStart where the port cannot be had
 */
export function answerWhileStarting(port: number, host: string): Promise<Starting> {
  const server = createServer(({ url }, response) => {
    const alive = url === '/healthz';
    response
      .writeHead(alive ? 200 : 503, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'close',
        ...(!alive && { 'retry-after': '5' }),
      })
      .end(JSON.stringify(alive ? { ok: true } : { ok: false, why: 'starting', message: '正在启动，请稍后再试' }));
  });
  // A start that fails ends the process, whoever is being answered.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? '已被别的程序占用，也许它已经启动了' : `不能使用（${code}）`;
      reject(new CannotStart(`${host}:${port} ${why}。可换一个端口再启动，例如 PORT=8081 npm start`));
    });
    server.listen(port, host, () => {
      const { port: found } = server.address() as AddressInfo;
      resolve({
        port: found,
        end: () =>
          new Promise((ended) => {
            server.close(() => ended());
            server.closeAllConnections();
          }),
      });
    });
  });
}
