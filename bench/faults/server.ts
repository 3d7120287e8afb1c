import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { readonly port: number };
      probe.close(() => resolve(port));
    });
  });

/** Of what a server prints, how much is kept. */
const MOST_SAID = 2000;

/** The built server at a port that stays the same, however often it is started anew. */
export interface Server {
  readonly origin: string;
  /** Resolves when it listens. @throws Error where it ends before */
  start(): Promise<void>;
  /** Resolves when it has ended. @returns its exit code, null where the signal ended it */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export async function serverWith(env: Readonly<Record<string, string>>): Promise<Server> {
  const port = await freePort();
  let end: Server['end'] = async () => null;
  return {
    origin: `http://127.0.0.1:${port}`,
    end: (signal) => end(signal),
    async start() {
      const child = spawn(process.execPath, ['dist/server/main.js'], {
        env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      end = (signal) => {
        child.kill(signal);
        return ended;
      };
      await new Promise<void>((resolve, reject) => {
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (part) => {
            said = (said + part).slice(-MOST_SAID);
            if (said.includes(`http://127.0.0.1:${port}`) || said.includes(`http://localhost:${port}`)) resolve();
          });
        ended.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
      });
    },
  };
}
