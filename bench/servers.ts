import { join } from 'node:path';
import { cpuOf, memoryOf, type Running, start } from './process';
import { REAL } from './secrets';

/** The product as it is started: one process, or several on one database. */
export interface Servers {
  readonly origins: readonly string[];
  /** Seconds that the first of them took to count everything anew. */
  readonly nightly: number;
  /** MB of all of them together; undefined where the system does not tell. */
  memory(): { readonly rss: number; readonly peak: number } | undefined;
  /** Seconds of processor that all of them have used so far; 0 where the system does not tell. */
  cpu(): number;
  stop(): Promise<void>;
}

const field = (log: string, event: string, name: string): number | undefined => {
  const line = log.split('\n').find((one) => one.includes(`"event":"${event}"`));
  return line === undefined ? undefined : Number((JSON.parse(line) as Record<string, unknown>)[name]);
};

async function startOne(directory: string, env: NodeJS.ProcessEnv, no: number) {
  const running = start(['dist/server/main.js'], { ...REAL, ...env }, join(directory, `server-${no}.log`));
  const port = await running.said((log) => field(log, 'started', 'port'));
  // At its start the server counts all years anew; what is measured comes after that.
  const ms = await running.said(
    (log) => field(log, 'nightly-done', 'ms') ?? (log.includes('nightly-failed') ? 0 : undefined),
  );
  return { running, origin: `http://127.0.0.1:${port}`, nightly: ms / 1000 };
}

export async function startServers(directory: string, env: NodeJS.ProcessEnv, count: number): Promise<Servers> {
  const started: { running: Running; origin: string; nightly: number }[] = [];
  for (let no = 0; no < count; no += 1) started.push(await startOne(directory, env, no));
  return {
    origins: started.map(({ origin }) => origin),
    nightly: started[0]?.nightly ?? 0,
    memory() {
      const all = started.map(({ running }) => memoryOf(running.pid));
      const sum = (of: 'rss' | 'peak'): number => all.reduce((total, one) => total + (one?.[of] ?? 0), 0);
      return all.includes(undefined) ? undefined : { rss: sum('rss'), peak: sum('peak') };
    },
    cpu: () => started.reduce((total, { running }) => total + (cpuOf(running.pid) ?? 0), 0),
    stop: async () => {
      await Promise.all(started.map(({ running }) => running.stop()));
    },
  };
}
