import type { Deps } from '../cloudfunctions/_core/context';
import { foldAll } from '../cloudfunctions/_core/fold';
import { flaw, log } from '../cloudfunctions/_core/log';

/** Calls `then` once after that long. @returns how to call it off */
type Wait = (ms: number, then: () => void) => () => void;

const timer: Wait = (ms, then) => {
  const handle = setTimeout(then, ms).unref();
  return () => clearTimeout(handle);
};

const QUIET_MS = 300;
const LONGEST_MS = 10_000;

export interface TallyKeeper {
  /** A visit was written: soon it is taken in. */
  visitsWritten(): void;
  /** Waits for what is under way; what still waits then is found by the next reader of a number. */
  stop(): Promise<void>;
}

/**
 * Takes visits into the tally once nobody has written one for a moment, and after ten seconds at the latest, so that readers
 * find nothing left to do. Several servers may do so at once: the store's revisions decide.
 */
export function startTallyKeeper({ store, now }: Pick<Deps, 'store' | 'now'>, wait: Wait = timer): TallyKeeper {
  let callOff: (() => void) | undefined;
  /** When the first of those that wait was written, on the clock that never steps. */
  let oldest: number | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  let stopped = false;

  const work = async (): Promise<void> => {
    busy = true;
    oldest = undefined;
    await foldAll(store, now()).catch((error: unknown) => {
      log('error', 'tally-failed', flaw(error));
    });
    busy = false;
    if (oldest !== undefined) arrange();
  };
  const arrange = (): void => {
    callOff?.();
    const left = LONGEST_MS - (performance.now() - (oldest ?? 0));
    callOff = wait(Math.max(0, Math.min(QUIET_MS, left)), () => {
      running = work();
    });
  };

  return {
    visitsWritten() {
      if (stopped) return;
      oldest ??= performance.now();
      if (!busy) arrange();
    },
    async stop() {
      stopped = true;
      callOff?.();
      oldest = undefined;
      await running;
    },
  };
}
