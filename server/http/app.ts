import Fastify, { type FastifyInstance } from 'fastify';
import type { Deps } from '../../cloudfunctions/_core/context';
import type { Handler } from '../../cloudfunctions/_core/handler';
import { randomId } from '../../cloudfunctions/_core/ids';
import { handlers } from '../calls';
import type { Sessions } from '../sessions';
import { answer, serveApi } from './api';
import { closeWithLastAnswer } from './closing';
import { serveHealth } from './health';
import { acceptJson, BadBody, MOST_BYTES } from './json-body';
import { servePages } from './pages';
import { securityHeaders } from './security';
import { failure, NO_SUCH_PAGE } from './status';

interface Serving {
  readonly deps: Deps;
  readonly sessions: Sessions;
  /** The H5 build; without it only the calls are served. */
  readonly pages: string;
  /** The public address for a visitor with this Host header, where it is not fixed. */
  readonly publicUrlFor?: (host: string | undefined) => string;
  readonly calls?: Readonly<Record<string, Handler>>;
}

/** Sentences for what is wrong with a request before any call sees it. */
const SENTENCES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: `请求太大，最多 ${MOST_BYTES / 1024} KB`,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: '请求要用 JSON（content-type: application/json）',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: '请求没有传完整，请再试一次',
};

/** The server without a port: everything that is answered, and how. No request is logged, since addresses hold codes. */
export function createApp({ deps, sessions, pages, publicUrlFor, calls = handlers }: Serving): FastifyInstance {
  const headers = securityHeaders(deps.publicUrl.startsWith('https:'));
  const app = Fastify({
    bodyLimit: MOST_BYTES,
    forceCloseConnections: 'idle',
    // A request that never ends must not hold a connection for ever.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_error, _request, reply) => {
      answer(reply.headers(headers), NO_SUCH_PAGE);
    },
  });
  acceptJson(app);
  closeWithLastAnswer(app);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  app.setErrorHandler<Error & { readonly code?: string; readonly statusCode?: number }>((error, _request, reply) => {
    if (error instanceof BadBody) return answer(reply, failure('bad-input', error.message));
    if (error.statusCode !== undefined && error.statusCode < 500)
      return answer(reply, failure('bad-input', SENTENCES[error.code ?? ''] ?? '请求有误'));
    const requestId = randomId(8);
    console.error(JSON.stringify({ level: 'error', requestId, error: error.stack }));
    return answer(reply, { ...failure('broken', '系统出错，请稍后再试一次'), requestId });
  });
  serveHealth(app, deps.store);
  serveApi(app, {
    calls,
    sessions,
    depsFor: (host) => (publicUrlFor ? { ...deps, publicUrl: publicUrlFor(host) } : deps),
  });
  servePages(app, pages);
  return app;
}
