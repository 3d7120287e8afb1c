import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../readiness';

/** `healthz`: the process runs. `readyz`: it may be sent requests, or why not. */
export function serveHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const why = await readiness.why();
    return reply
      .code(why === undefined ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(why === undefined ? { ok: true } : { ok: false, why });
  });
}
