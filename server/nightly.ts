import type { Deps } from '../cloudfunctions/_core/context';
import { flaw, log } from '../cloudfunctions/_core/log';
import { runNightly } from '../cloudfunctions/nightly/run';
import { dayOf, endOf, type Instant } from '../shared/kernel/calendar';

const AFTER_MIDNIGHT_MS = 5 * 60_000;
/** A timer that is hours away misses a clock that was set or a machine that slept. */
const LONGEST_WAIT_MS = 15 * 60_000;

export interface Nightly {
  /** A run that is under way ends with the piece of work it is at. */
  stop(): Promise<void>;
}

/** Calls `then` once after that long. @returns how to call it off */
type Wait = (ms: number, then: () => void) => () => void;

const timer: Wait = (ms, then) => {
  const handle = setTimeout(then, ms).unref();
  return () => clearTimeout(handle);
};

/** The nightly work at the start and after each midnight in Shanghai. A failure is logged and tried again with the next. */
export function startNightly(
  deps: Pick<Deps, 'now'>,
  run: (goOn: () => boolean) => Promise<unknown>,
  wait: Wait = timer,
): Nightly {
  let due = deps.now();
  let running: Promise<void> | undefined;
  let callOff: (() => void) | undefined;
  let stopped = false;

  const work = async (): Promise<void> => {
    due = endOf(dayOf(deps.now())) + AFTER_MIDNIGHT_MS;
    await run(() => !stopped).catch((error: unknown) => {
      log('error', 'nightly-failed', flaw(error));
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

export type NightlySeen =
  | { readonly ok: true; readonly at: Instant; readonly ms: number; readonly differences: number }
  | { readonly ok: false };

/** @param tell what became of each run */
export const nightlyOf = (deps: Deps, tell: (seen: NightlySeen) => void): Nightly =>
  startNightly(deps, async (goOn) => {
    const began = performance.now();
    try {
      const { written, recounted, differences } = await runNightly(deps, goOn);
      const ms = performance.now() - began;
      tell({ ok: true, at: deps.now(), ms, differences: differences.length });
      log('info', 'nightly-done', { ms: Math.round(ms), written, recounted, differences: differences.length });
    } catch (error) {
      tell({ ok: false });
      throw error;
    }
  });
