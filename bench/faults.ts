import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../server/environment';
import { openStore } from '../server/open';
import { demoTown, pairsOf, SETTINGS } from './faults/people';
import { type Server, serverWith } from './faults/server';
import { openLedger, type Pair, serve } from './faults/service';
import { lookFor } from './faults/truth';

/**
 * Two servers on one database are killed, stopped and started while people are served who send twice and hang up; after each
 * round the records are looked through. `--minutes 5 --clients 16`; on PostgreSQL with DATABASE_URL of an empty database, whose
 * own server may be killed by hand meanwhile. One line of JSON for each round; exit code 1 where anything is wrong.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, clients: { type: 'string', default: '16' } },
});
const CLIENTS = Number(values.clients);
const ROUND_MS = 20_000;
const QUIET_MS = 1_500;
const PATIENCE_MS = 60_000;

const HABITS = ['once', 'once', 'once', 'twice', 'hang-up'] as const;
const TROUBLES = ['kill one', 'kill both', 'stop one', 'kill one twice'] as const;
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

/** Also while the database is down that somebody kills by hand: then it says so and ends, and is started again. */
async function begin(server: Server): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; ; )
    try {
      return await server.start();
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(QUIET_MS);
    }
}

/** @returns what was done, with the exit code where a server that was told to stop had to be given up */
async function trouble(servers: readonly Server[], what: (typeof TROUBLES)[number]): Promise<string> {
  const one = pick(servers);
  switch (what) {
    case 'kill one':
      await one.end('SIGKILL');
      await begin(one);
      return what;
    case 'kill both':
      await Promise.all(servers.map((server) => server.end('SIGKILL')));
      await Promise.all(servers.map(begin));
      return what;
    case 'kill one twice':
      for (let i = 0; i < 2; i += 1) {
        await one.end('SIGKILL');
        await begin(one);
      }
      return what;
    case 'stop one': {
      const code = await one.end('SIGTERM');
      await begin(one);
      return code === 0 ? what : `${what} (${code})`;
    }
  }
}

async function main(): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qianren-faults-'));
  const servers = [
    await serverWith({ ...SETTINGS, DATA_DIR: dataDir }),
    await serverWith({ ...SETTINGS, DATA_DIR: dataDir }),
  ];
  const ledger = openLedger();
  const flaws: string[] = [];
  const end = performance.now() + Number(values.minutes) * 60_000;
  try {
    // The first loads the demonstration.
    for (const server of servers) await server.start();
    const store = await openStore(dataDir, readEnvironment({ ...process.env, DEMO: '1' }).database);
    const pairs = await pairsOf(store);
    const town = demoTown(
      () => pick(servers).origin,
      () => pick(HABITS),
    );
    for (let round = 1; performance.now() < end && flaws.length === 0; round += 1) {
      const until = performance.now() + ROUND_MS;
      const before = ledger.kept.length;
      const done: string[] = [];
      const client = async (): Promise<void> => {
        while (performance.now() < until) {
          const { value: pair } = pairs.next() as { readonly value: Pair | undefined };
          if (pair) await serve(town, pair, ledger).catch((error: Error) => flaws.push(error.message));
          else return;
        }
      };
      const breaking = async (): Promise<void> => {
        while (performance.now() + QUIET_MS < until) {
          await wait(QUIET_MS);
          done.push(await trouble(servers, pick(TROUBLES)));
        }
      };
      await Promise.all([breaking(), ...Array.from({ length: CLIENTS }, client)]);
      flaws.push(...(await lookFor(store, ledger)));
      const acknowledged = ledger.kept.length - before;
      console.log(JSON.stringify({ round, acknowledged, inAll: ledger.kept.length, troubles: done, flaws }));
    }
    await store.close();
  } finally {
    for (const server of servers) await server.end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  }
  return flaws.length === 0;
}

main().then(
  (sound) => {
    process.exitCode = sound ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
