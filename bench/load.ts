import { Pool } from 'undici';

export interface Load {
  readonly requests: number;
  readonly rps: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  /** What the first failed request was answered. */
  readonly failure?: string;
}

export interface Shot {
  readonly path: string;
  readonly body: unknown;
  readonly token?: string;
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * A closed loop: each client sends its next request when the last one is answered. `shots` gives the requests one after
 * another to whichever client is free; the run ends when they are used up or the time is.
 */
export async function fire(origin: string, clients: number, shots: Iterator<Shot>, seconds: number): Promise<Load> {
  const pool = new Pool(origin, { connections: clients, pipelining: 1 });
  const times: number[] = [];
  let failures = 0;
  let failure: string | undefined;
  const start = performance.now();
  const until = start + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const next = shots.next();
      if (next.done) return;
      const { path, body, token } = next.value;
      const begun = performance.now();
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
      const answer = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
      const text = await answer.body.text();
      times.push(performance.now() - begun);
      if (answer.statusCode === 200) continue;
      failures += 1;
      failure ??= `${answer.statusCode} ${text.slice(0, 300)}`;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = (performance.now() - start) / 1000;
  await pool.close();
  const sorted = times.sort((a, b) => a - b);
  return {
    requests: times.length,
    rps: times.length / elapsed,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    failures,
    ...(failure !== undefined && { failure }),
  };
}

/** One call, answered or thrown. */
export async function ask<T>(origin: string, call: string, body: unknown, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${origin}/api/${call}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const reply = (await answer.json()) as { ok: boolean; data: T; code?: string };
  if (!reply.ok) throw new Error(`${call}: ${reply.code}`);
  return reply.data;
}
