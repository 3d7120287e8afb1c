import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Running {
  readonly origin: string;
  stop(): Promise<void>;
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()));

/** Starts a server process and waits until `ready` finds its port in a line that it prints. */
export async function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  ready: (line: string) => string | undefined,
): Promise<Running> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = ended(child);
  const origin = await new Promise<string>((resolve, reject) => {
    gone.then(() => reject(new Error(`${args[0]} ended before it listened`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const found = ready(line);
      if (found) resolve(found);
    });
  });
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
