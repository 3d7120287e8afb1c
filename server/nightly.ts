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

/** Calls `then` once after that long. @returns how to call it off */
type Wait = (ms: number, then: () => void) => () => void;

const timer: Wait = (ms, then) => {
  const handle = setTimeout(then, ms).unref();
  return () => clearTimeout(handle);
};

/** The nightly work at the start and after each midnight in Shanghai. A failure is logged and tried again with the next. */
export function startNightly(deps: Pick<Deps, 'now'>, run: () => Promise<unknown>, wait: Wait = timer): Nightly {
  let due = deps.now();
  let running: Promise<void> | undefined;
  let callOff: (() => void) | undefined;
  let stopped = false;

  const work = async (): Promise<void> => {
    due = endOf(dayOf(deps.now())) + AFTER_MIDNIGHT_MS;
    await run().catch((error: unknown) => {
      const stack = error instanceof Error ? error.stack : undefined;
      console.error(JSON.stringify({ level: 'error', nightly: 'failed', error: stack }));
    });
  };
  const look = async (): Promise<void> => {
    if (deps.now() >= due) {
      running = work();
      await running;
    }
    if (stopped) return;
    callOff = wait(Math.min(Math.max(due - deps.now(), 0), LONGEST_WAIT_MS), () => void look());
  };
  void look();

  return {
    async stop() {
      stopped = true;
      callOff?.();
      await running;
    },
  };
}

export const nightlyOf = (deps: Deps): Nightly => startNightly(deps, () => runNightly(deps));
