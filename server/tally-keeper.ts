import type { Deps } from '../cloudfunctions/_core/context';
import { foldSome } from '../cloudfunctions/_core/fold';
import { flaw, log } from '../cloudfunctions/_core/log';

/** Calls `then` once after that long. @returns how to call it off */
type Wait = (ms: number, then: () => void) => () => void;

const timer: Wait = (ms, then) => {
  const handle = setTimeout(then, ms).unref();
  return () => clearTimeout(handle);
};

const QUIET_MS = 300;
const LONGEST_MS = 10_000;
/** Between two parts, so that requests come first; longer while visits are being written. */
const BETWEEN_MS = 30;
const BUSY_MS = 100;

export interface TallyKeeper {
  /** A visit was written: soon it is taken in. */
  visitsWritten(): void;
  /** Waits for what is under way; what still waits then is found by the next reader of a number. */
  stop(): Promise<void>;
}

/**
 * Takes visits into the tally, part by part, once nobody has written one for a moment, and after ten seconds at the latest,
 * so that readers find little left to do. Several servers may do so at once: the store's revisions decide.
 */
export function startTallyKeeper({ store, now }: Pick<Deps, 'store' | 'now'>, wait: Wait = timer): TallyKeeper {
  let callOff: (() => void) | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let writes = 0;
  /** When the first of those that wait was written, on the clock that never steps. */
  let oldest: number | undefined;
  let draining = false;
  let stopped = false;

  const part = async (): Promise<void> => {
    draining = true;
    const before = writes;
    const more = await foldSome(store, now()).catch((error: unknown) => {
      log('error', 'tally-failed', flaw(error));
      return false;
    });
    if (more) return next(writes === before ? BETWEEN_MS : BUSY_MS);
    draining = false;
    oldest = undefined;
    if (writes !== before) arrange();
  };
  const next = (ms: number): void => {
    if (stopped) return;
    callOff?.();
    callOff = wait(ms, () => {
      running = part();
    });
  };
  const arrange = (): void => {
    oldest ??= performance.now();
    next(Math.max(0, Math.min(QUIET_MS, LONGEST_MS - (performance.now() - oldest))));
  };

  return {
    visitsWritten() {
      writes += 1;
      if (!draining) arrange();
    },
    async stop() {
      stopped = true;
      callOff?.();
      await running;
    },
  };
}
