import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edge, startEdge } from '../server/edge';
import { openScene, type Scene } from './scene';

export const PAGE = '<!doctype html><title>page</title>';
export const SECRET = 'NOT-FOR-EVERYBODY';

export interface Served {
  readonly scene: Scene;
  readonly edge: Edge;
  /** Bytes as they stand, and what comes back until the server closes, or is silent for so many milliseconds. */
  send(bytes: string | Buffer, patience?: number): Promise<string>;
  close(): Promise<void>;
}

/** The whole server over a scene, with pages, and with files around the pages that must not be served. */
export async function serveScene(publicUrlFor?: (host: string | undefined) => string): Promise<Served> {
  const scene = await openScene();
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const pages = join(folder, 'h5');
  mkdirSync(join(pages, 'js'), { recursive: true });
  for (const name of ['secret.txt', 'store.db', 'secrets.json']) writeFileSync(join(folder, name), SECRET);
  for (const name of ['.env', 'js/app.js.map', 'notes.txt']) writeFileSync(join(pages, name), SECRET);
  writeFileSync(join(pages, 'index.html'), PAGE);
  writeFileSync(join(pages, 'js', 'app.0123abcd.js'), 'app()');
  const edge = await startEdge({
    pages,
    deps: { store: scene.world.store, now: () => scene.world.clock.now, codeKeys: scene.world.deps.codeKeys },
    ...(publicUrlFor && { publicUrlFor }),
  });
  return {
    scene,
    edge,
    send: (bytes, patience = 1000) => exchange(edge.port, bytes, patience),
    close: async () => {
      await edge.close();
      await scene.world.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const exchange = (port: number, bytes: string | Buffer, patience: number): Promise<string> =>
  new Promise((resolve) => {
    let reply = '';
    const socket = connect(port, '127.0.0.1');
    const end = () => {
      socket.destroy();
      resolve(reply);
    };
    socket.setEncoding('latin1');
    socket.setTimeout(patience, end);
    socket.on('data', (part) => {
      reply += part;
    });
    socket.on('close', end);
    // A server that turns a request away may close while it is still being written.
    socket.on('error', end);
    socket.write(bytes);
  });

/** The status of each reply on a connection. */
export const statuses = (reply: string): readonly number[] =>
  [...reply.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
