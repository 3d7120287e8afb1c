import Fastify, { type FastifyInstance } from 'fastify';
import type { Deps } from '../../cloudfunctions/_core/context';
import type { Handler } from '../../cloudfunctions/_core/handler';
import type { LimitsAt } from '../../cloudfunctions/_core/limits';
import { flaw, log } from '../../cloudfunctions/_core/log';
import { requestIdFrom } from '../../cloudfunctions/_core/observe';
import { handlers } from '../calls';
import { comesFromOutside } from '../demo-guard';
import { limitKeyOf, type Trusts } from '../network';
import { type Readiness, readinessOf } from '../readiness';
import type { Sessions } from '../sessions';
import { answer, type Refusals, serveApi } from './api';
import { closeWithLastAnswer } from './closing';
import { serveHealth } from './health';
import { acceptJson, BadBody, MOST_BYTES } from './json-body';
import { servePages } from './pages';
import { securityHeaders } from './security';
import { failure, NO_SUCH_PAGE, ONLY_INSIDE } from './status';

interface Serving {
  readonly deps: Deps;
  readonly sessions: Sessions;
  /** The H5 build; without it only the calls are served. */
  readonly pages: string;
  /** The public address for a visitor with this Host header, where it is not fixed. */
  readonly publicUrlFor?: (host: string | undefined) => string;
  readonly calls?: Readonly<Record<string, Handler>>;
  readonly limits?: LimitsAt;
  /** Whose word is taken for where a request came from; nobody's unless told. */
  readonly trustsProxy?: Trusts;
  /** A demonstration answers the public internet too. */
  readonly demoPublic?: boolean;
  readonly readiness?: Readiness;
  readonly refusals?: Refusals;
}

/** Sentences for what is wrong with a request before any call sees it. */
const SENTENCES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: `请求太大，最多 ${MOST_BYTES / 1024} KB`,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: '请求要用 JSON（content-type: application/json）',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: '请求没有传完整，请再试一次',
};

/** The server without a port: everything that is answered, and how. Addresses are never logged, since they hold codes. */
export function createApp(serving: Serving): FastifyInstance {
  const { deps, sessions, pages, publicUrlFor, calls = handlers, limits, trustsProxy, demoPublic, refusals } = serving;
  const readiness = serving.readiness ?? readinessOf(deps.store);
  const headers = securityHeaders(deps.publicUrl.startsWith('https:'));
  const app = Fastify({
    bodyLimit: MOST_BYTES,
    trustProxy: trustsProxy ?? false,
    genReqId: ({ headers: { 'x-request-id': given } }) => requestIdFrom(given),
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
  closeWithLastAnswer(app, readiness.isStopping);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
    if (deps.demo && !demoPublic && comesFromOutside(request.raw)) return answer(reply, ONLY_INSIDE);
  });
  app.setErrorHandler<Error & { readonly code?: string; readonly statusCode?: number }>((error, request, reply) => {
    const foreseen = error instanceof BadBody || (error.statusCode ?? 500) < 500;
    refusals?.turnedAway(foreseen ? 'bad-input' : 'broken');
    if (error instanceof BadBody) return answer(reply, failure('bad-input', error.message));
    if (foreseen) return answer(reply, failure('bad-input', SENTENCES[error.code ?? ''] ?? '请求有误'));
    log('error', 'request-broken', { requestId: request.id, ...flaw(error) });
    return answer(reply, { ...failure('broken', '系统出错，请稍后再试一次'), requestId: request.id });
  });
  serveHealth(app, readiness);
  serveApi(app, {
    calls,
    sessions,
    ...(refusals && { refusals }),
    depsFor: ({ id, ip, headers: { host } }) => ({
      ...deps,
      requestId: id,
      ...(publicUrlFor && { publicUrl: publicUrlFor(host) }),
      ...(limits && { limits: limits(limitKeyOf(ip)) }),
    }),
  });
  servePages(app, pages);
  return app;
}
