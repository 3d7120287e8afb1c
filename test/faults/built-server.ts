import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const SERVER = join(__dirname, '..', '..', 'dist', 'server');

export const REAL = {
  DEMO: '0',
  PORT: '0',
  SESSION_SECRET: 's'.repeat(32),
  CODE_KEYS: `0:${'k'.repeat(32)}`,
  PUBLIC_URL: 'https://example.test',
};

export interface Ended {
  readonly code: number | null;
  readonly out: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The port, once it is printed; rejected where the process ends before. */
  readonly port: Promise<number>;
}

const running = new Set<ChildProcess>();
/** What a test has left running when it failed would hold up all that come after it. */
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** A program of dist/server in a process of its own, with nothing of this one's settings. */
export function start(name: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Started {
  const child = spawn(process.execPath, [join(SERVER, `${name}.js`), ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let out = '';
  let tell: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      out += part;
      tell();
    });
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out })));
  const port = new Promise<number>((resolve, reject) => {
    tell = () => {
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(out)?.[1];
      if (found) resolve(Number(found));
    };
    ended.then(() => reject(new Error(`ended before it listened: ${out}`)));
  });
  port.catch(() => undefined);
  return { child, ended, port };
}
