import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../cloudfunctions/_core/context';
import type { Handler } from '../../cloudfunctions/_core/handler';
import { tooMany } from '../../cloudfunctions/_core/limited';
import type { Reply } from '../../shared/api';
import type { Metrics } from '../metrics';
import type { Sessions } from '../sessions';
import { openApi } from './openapi';
import { NO_SUCH_CALL, STATUS } from './status';

/** Who counts what no call sees. */
export type Refusals = Pick<Metrics, 'turnedAway' | 'sessionRefused'>;

interface Api {
  readonly calls: Readonly<Record<string, Handler>>;
  /** What a visitor is answered with who came by this address, from this address. */
  readonly depsFor: (request: FastifyRequest) => Deps;
  readonly sessions: Sessions;
  readonly refusals?: Refusals;
}

const tokenIn = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];

export function answer(reply: FastifyReply, body: Reply<unknown>): FastifyReply {
  if (!body.ok && body.code === 'not-signed-in') reply.header('www-authenticate', 'Bearer');
  if (!body.ok && body.retryAfter !== undefined) reply.header('retry-after', body.retryAfter);
  return reply
    .code(body.ok ? 200 : STATUS[body.code])
    .header('cache-control', 'no-store')
    .send(body);
}

export function serveApi(app: FastifyInstance, { calls, depsFor, sessions, refusals }: Api): void {
  // A map: no name reaches a prototype.
  const byName = new Map(Object.entries(calls));
  const description = JSON.stringify(openApi());
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(description),
  );
  app.post<{ Params: { readonly call: string } }>('/api/:call', async (request, reply) => {
    const handle = byName.get(request.params.call);
    if (!handle) {
      refusals?.turnedAway('not-found');
      return answer(reply, NO_SUCH_CALL);
    }
    const deps = depsFor(request);
    // No token, or one that does not hold: nobody. Whether that suffices is each call's to say.
    const token = tokenIn(request.headers.authorization);
    const caller = token === undefined ? null : sessions.verify(token);
    const refused = token !== undefined && caller === null;
    if (refused) refusals?.sessionRefused();
    const retryAfter = refused ? deps.limits?.count('wrongSession', '') : undefined;
    if (retryAfter !== undefined) {
      refusals?.turnedAway('too-many');
      return answer(reply, tooMany(retryAfter));
    }
    return answer(reply, await handle(request.body, caller, deps));
  });
}
