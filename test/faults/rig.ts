export { freePort } from '../../bench/faults/server';

import { type Ledger, openLedger, type Pair, serve } from '../../bench/faults/service';
import { REAL, type Started, start } from './built-server';
import { townAt } from './town';

export const originOf = (port: number): string => `http://127.0.0.1:${port}`;

/** A built server at a port that stays the same however often it is started anew. */
export async function serverAt(port: number, env: Readonly<Record<string, string>>) {
  let running: Started;
  const begin = async (): Promise<void> => {
    running = start('main', { ...REAL, ...env, PORT: String(port) });
    await running.port;
  };
  await begin();
  return {
    begin,
    pid: () => running.child.pid as number,
    async end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly out: string }> {
      running.child.kill(signal);
      return running.ended;
    },
  };
}

/** All services, so many at a time. @param heard told after each acknowledgement how many there are */
export async function serveAll(
  origin: () => string,
  pairs: readonly Pair[],
  atOnce: number,
  heard?: (count: number) => void,
): Promise<Ledger> {
  const ledger = openLedger(heard);
  const town = townAt(origin);
  const waiting = [...pairs];
  const client = async (): Promise<void> => {
    for (let pair = waiting.shift(); pair; pair = waiting.shift()) await serve(town, pair, ledger);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return ledger;
}
