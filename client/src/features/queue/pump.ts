import { type Answer, type Attempt, LONGEST_WAIT, nextDue, type Owner, settled, urged, wakeAt } from './core';

/** What sending needs of the world. */
export interface Ports {
  /** All attempts as they are on the device now: another tab may have changed them. */
  readonly read: () => readonly Attempt[];
  readonly write: (attempt: Attempt) => void;
  readonly send: (attempt: Attempt) => Promise<Answer>;
  readonly who: () => Owner;
  readonly now: () => number;
  /** Runs `work` while no other tab does; false where another one is at it. */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>;
  /** Calls `flush` after so many milliseconds, in place of an earlier wish. */
  readonly wake: (after: number) => void;
}

/** Another tab sends: look again after about the time that one call takes at most. */
const OTHERS_TURN = 12_000;

/** Sends what waits, one at a time and in order. A second call while one runs joins it; an urgent one goes round again. */
export function createPump(ports: Ports): { readonly flush: (urgent: boolean) => Promise<void> } {
  let running: Promise<void> | undefined;
  let onceMore = false;

  const sendAll = async (): Promise<void> => {
    for (;;) {
      const attempt = nextDue(ports.read(), ports.who(), ports.now());
      if (!attempt) return;
      const answer = await ports.send(attempt);
      ports.write(settled(attempt, answer, ports.now()));
      if (!answer.ok && (answer.code === 'offline' || answer.code === 'not-signed-in')) return;
    }
  };

  const run = async (urgent: boolean): Promise<void> => {
    onceMore = false;
    if (urgent) for (const one of ports.read()) if (!one.outcome && one.notBefore > 0) ports.write(urged(one));
    if (wakeAt(ports.read(), ports.who()) === undefined) return;
    const mine = await ports.alone(sendAll);
    // The network may have come back while an attempt still hung in the old one.
    if (onceMore && mine) return run(true);
    const next = wakeAt(ports.read(), ports.who());
    // Never further off than the longest wait: by a clock that was put back it could be hours.
    if (next !== undefined)
      ports.wake(mine ? Math.min(Math.max(1_000, next - ports.now()), LONGEST_WAIT) : OTHERS_TURN);
  };

  return {
    flush: (urgent) => {
      if (running) onceMore ||= urgent;
      running ??= run(urgent).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
