import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Caller, Deps } from '../../cloudfunctions/_core/context';
import type { Handler } from '../../cloudfunctions/_core/handler';
import type { Reply } from '../../shared/api';
import type { Sessions } from '../sessions';
import { openApi } from './openapi';
import { NO_SUCH_CALL, STATUS } from './status';

interface Api {
  readonly calls: Readonly<Record<string, Handler>>;
  /** What a visitor with this Host header is answered with. */
  readonly depsFor: (host: string | undefined) => Deps;
  readonly sessions: Sessions;
}

/** No header, or a token that does not hold: nobody. Whether that suffices is each call's to say. */
function callerOf(sessions: Sessions, authorization: string | undefined): Caller | null {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? null : sessions.verify(token);
}

export function answer(reply: FastifyReply, body: Reply<unknown>): FastifyReply {
  if (!body.ok && body.code === 'not-signed-in') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(body.ok ? 200 : STATUS[body.code])
    .header('cache-control', 'no-store')
    .send(body);
}

export function serveApi(app: FastifyInstance, { calls, depsFor, sessions }: Api): void {
  // A map: no name reaches a prototype.
  const byName = new Map(Object.entries(calls));
  const description = JSON.stringify(openApi());
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(description),
  );
  app.post<{ Params: { readonly call: string } }>('/api/:call', async ({ params, headers, body }, reply) => {
    const handle = byName.get(params.call);
    if (!handle) return answer(reply, NO_SUCH_CALL);
    return answer(reply, await handle(body, callerOf(sessions, headers.authorization), depsFor(headers.host)));
  });
}
