import type { Deps } from '../cloudfunctions/_core/context';
import { runNightly } from '../cloudfunctions/nightly/run';
import { dayOf, endOf } from '../shared/kernel/calendar';

const AFTER_MIDNIGHT_MS = 5 * 60_000;
/** A timer that is hours away misses a clock that was set or a machine that slept. */
const LONGEST_WAIT_MS = 15 * 60_000;

export interface Nightly {
  /** Waits for a run that is under way. */
  stop(): Promise<void>;
}

/** The nightly work at the start and after each midnight in Shanghai. A failure is logged and tried again with the next. */
export function startNightly(deps: Deps, run: (deps: Deps) => Promise<unknown> = runNightly): Nightly {
  let due = deps.now();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const work = async (): Promise<void> => {
    due = endOf(dayOf(deps.now())) + AFTER_MIDNIGHT_MS;
    await run(deps).catch((error: unknown) => {
      console.error(
        JSON.stringify({ level: 'error', nightly: 'failed', error: error instanceof Error ? error.stack : '' }),
      );
    });
  };
  const look = async (): Promise<void> => {
    if (deps.now() >= due) {
      running = work();
      await running;
    }
    if (stopped) return;
    const wait = Math.min(Math.max(due - deps.now(), 0), LONGEST_WAIT_MS);
    timer = setTimeout(() => void look(), wait).unref();
  };
  void look();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
