import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What is not sent whole by then is given up, so that there is time left to close the store in order. */
const PATIENCE_MS = 8000;

/**
 * Ends connections without cutting a request off. They are told to end with their next answer from the moment the stop is
 * asked for: kept alive, they would go on bringing requests while the server drains. Once it closes, those that have not
 * brought a byte yet are ended too: browsers and proxies open some in advance, and Node counts them as busy.
 */
export function closeWithLastAnswer(app: FastifyInstance, isStopping: () => boolean): void {
  const sockets = new Set<Socket>();
  let closing = false;
  const endSilent = (socket: Socket): void => {
    if (closing && socket.bytesRead === 0) socket.destroy();
  };
  app.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    endSilent(socket);
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const socket of sockets) endSilent(socket);
    setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS).unref();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing || isStopping()) reply.header('connection', 'close');
  });
}
