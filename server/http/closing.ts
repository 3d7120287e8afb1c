import type { FastifyInstance } from 'fastify';

/** A connection whose last request is answered while the server stops is closed with it; kept alive, it would hold the stop up. */
export function closeWithLastAnswer(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
