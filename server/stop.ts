import { setTimeout as pass } from 'node:timers/promises';
import { log } from '../cloudfunctions/_core/log';

const LONGEST_MS = 10_000;

/**
 * Resolves when the work that was accepted is to be finished: after SIGTERM or SIGINT and the time in which whoever sends
 * requests hears from `readyz` that he should send them elsewhere. A second signal, or ten seconds more without an end, ends
 * the process at once.
 * @param told at the signal itself
 */
export async function untilToldToStop(drainMs: number, told: () => void): Promise<void> {
  await new Promise<void>((resolve) => {
    let asked = false;
    const stop = (signal: NodeJS.Signals): void => {
      if (asked) process.exit(1);
      asked = true;
      log('info', 'stopping', { signal, drainMs });
      setTimeout(() => {
        log('warn', 'stop-forced');
        process.exit(1);
      }, drainMs + LONGEST_MS).unref();
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
  told();
  if (drainMs > 0) await pass(drainMs);
}
