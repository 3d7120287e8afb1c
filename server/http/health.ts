import type { FastifyInstance } from 'fastify';
import { SETTINGS_ID } from '../../cloudfunctions/_core/documents';
import type { Store } from '../../cloudfunctions/_core/store';

const PATIENCE_MS = 2000;

const answersInTime = (store: Store): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, false);
    store
      .get([{ collection: 'settings', id: SETTINGS_ID }])
      .then(() => resolve(true))
      .catch(() => resolve(false))
      .finally(() => clearTimeout(timer));
  });

/** `healthz`: the process runs. `readyz`: its store answers, so it may be sent requests. */
export function serveHealth(app: FastifyInstance, store: Store): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const ok = await answersInTime(store);
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok });
  });
}
