import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { answer } from './api';
import { PAGE_POLICY } from './security';
import { NO_SUCH_CALL, NO_SUCH_PAGE } from './status';

const HASHED = /\.[0-9a-f]{8}\.\w+(?:\.(?:br|gz))?$/;
/** The client's own addresses: words between slashes. Files have a dot, and what is not a file is not there. */
const PAGE = /^\/(?!(?:api|healthz|readyz|metrics|js|css|static)(?:\/|$))(?:[\w-]+\/)*[\w-]*$/;

const PAGE_FILE = 'index.html';
const page = (reply: FastifyReply): FastifyReply =>
  reply.header('content-security-policy', PAGE_POLICY).sendFile(PAGE_FILE);

/**
 * The H5 build. Its files are routes of their own, known when the server starts: no path is ever looked up on the disk.
 * @param folder dist/h5
 */
export function servePages(app: FastifyInstance, folder: string): void {
  if (existsSync(folder))
    app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: [PAGE_FILE, '**/*.{br,gz,map,txt}'],
      setHeaders: (response, path) => {
        response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
        response.setHeader('vary', 'accept-encoding');
      },
    });
  // What browsers ask for on a page that names no icon, such as a poster opened by itself.
  if (existsSync(folder)) app.get('/favicon.ico', (_, reply) => reply.sendFile('icon.svg'));
  if (existsSync(folder)) app.get(`/${PAGE_FILE}`, (_, reply) => page(reply));
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (reading && PAGE.test(path) && existsSync(folder)) return page(reply);
    return answer(reply, path.startsWith('/api/') ? NO_SUCH_CALL : NO_SUCH_PAGE);
  });
}
