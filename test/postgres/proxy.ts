import { connect, createServer, type Socket } from 'node:net';

/** What happens to the next thing that is said on a line that is already open. */
type Fault = 'pass' | 'question-lost' | 'answer-lost';

/** Stands between a store and its PostgreSQL, and breaks the line when it is told to. */
export interface Line {
  readonly port: number;
  /** How often PostgreSQL has answered until now: once for each round trip. */
  answers(): number;
  /** Breaks the next exchange. `meanwhile` runs before anybody can connect again. */
  breakNext(fault: Exclude<Fault, 'pass'>, meanwhile?: () => Promise<unknown>): void;
  close(): Promise<void>;
}

export async function startProxy(target: number): Promise<Line> {
  let fault: Fault = 'pass';
  let answers = 0;
  let meanwhile: () => Promise<unknown> = async () => undefined;
  let open: Promise<unknown> = Promise.resolve();
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    sockets.add(client);
    const upstream = connect(target, '127.0.0.1');
    sockets.add(upstream);
    const end = (): void => {
      for (const socket of [client, upstream]) {
        sockets.delete(socket);
        socket.destroy();
      }
    };
    const count = readyCounter(() => {
      answers += 1;
    });
    const cut = (): void => {
      fault = 'pass';
      open = meanwhile();
      end();
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    client.on('data', (part) => {
      if (fault === 'question-lost') cut();
      else void open.then(() => upstream.write(part));
    });
    upstream.on('data', (part) => {
      if (fault === 'answer-lost') cut();
      else client.write(part);
      count(part);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { readonly port: number }).port,
    answers: () => answers,
    breakNext(next, then = async () => undefined) {
      fault = next;
      meanwhile = then;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const READY = 'Z'.charCodeAt(0);

/** Calls `found` for each ReadyForQuery in what a server says: a byte for the kind, four for the length, then the rest. */
function readyCounter(found: () => void): (part: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (part) => {
    rest = Buffer.concat([rest, part]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      if (rest[0] === READY) found();
      rest = rest.subarray(1 + rest.readInt32BE(1));
    }
  };
}
