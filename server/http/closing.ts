import type { FastifyInstance } from 'fastify';

/**
 * Connections are told to end with their next answer from the moment the stop is asked for: kept alive, they would go on
 * bringing requests while the server drains, and hold the stop up.
 */
export function closeWithLastAnswer(app: FastifyInstance, isStopping: () => boolean): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing || isStopping()) reply.header('connection', 'close');
  });
}
