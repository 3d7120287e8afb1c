import { Pool } from 'undici';
import { type Load, percentile } from './figures';

/** A request, written before the clock starts. */
export interface Shot {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export const shot = (path: string, body: unknown, token?: string): Shot => ({
  path,
  headers: token === undefined ? JSON_TYPE : { ...JSON_TYPE, authorization: `Bearer ${token}` },
  body: JSON.stringify(body),
});

/** Phones keep their connection: making hundreds of them in one moment is not what is measured. */
async function connect(pool: Pool): Promise<void> {
  const answer = await pool.request({ method: 'GET', path: '/healthz' });
  await answer.body.dump();
}

/**
 * A closed loop: each client sends its next request when the last one is answered. `shots` gives the requests one after
 * another to whichever client is free; the run ends when they are used up or the time is.
 * @param origins servers, among which the clients are shared out
 * @param cpuOfServers seconds of processor that they have used so far
 */
export async function fire(
  origins: readonly string[],
  clients: number,
  shots: Iterator<Shot>,
  seconds: number,
  cpuOfServers: () => number = () => 0,
): Promise<Load> {
  const pools = origins.map(
    (origin, i) =>
      new Pool(origin, {
        connections: Math.ceil((clients - i) / origins.length) || 1,
        pipelining: 1,
        headersTimeout: 60_000,
      }),
  );
  await Promise.all(Array.from({ length: clients }, (_, i) => connect(pools[i % pools.length] as Pool)));
  const times: number[] = [];
  let failures = 0;
  let failure: string | undefined;
  const client = async (_: unknown, i: number): Promise<void> => {
    const pool = pools[i % pools.length] as Pool;
    while (performance.now() < until) {
      const next = shots.next();
      if (next.done) return;
      const begun = performance.now();
      const answer = await pool.request({ method: 'POST', ...next.value });
      const text = await answer.body.text();
      times.push(performance.now() - begun);
      if (answer.statusCode === 200) continue;
      failures += 1;
      failure ??= `${answer.statusCode} ${text.slice(0, 300)}`;
    }
  };
  const cpu = process.cpuUsage();
  const theirs = cpuOfServers();
  const start = performance.now();
  const until = start + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const used = cpuOfServers() - theirs;
  await Promise.all(pools.map((pool) => pool.close()));
  const sorted = times.sort((a, b) => a - b);
  return {
    requests: times.length,
    rps: times.length / elapsed,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    failures,
    serverCpu: times.length > 0 ? (used * 1000) / times.length : 0,
    ownCpu: (user + system) / 1e6 / elapsed,
    ...(failure !== undefined && { failure }),
  };
}

/** One call, answered or thrown. */
export async function ask<T>(origin: string, call: string, body: unknown, token?: string): Promise<T> {
  const { path, ...request } = shot(`/api/${call}`, body, token);
  const answer = await fetch(origin + path, { method: 'POST', ...request });
  const reply = (await answer.json()) as { ok: boolean; data: T; code?: string };
  if (!reply.ok) throw new Error(`${call}: ${reply.code}`);
  return reply.data;
}
