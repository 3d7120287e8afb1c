import { useEffect, useMemo, useRef } from 'react';
import { call } from '../../gateway';
import { alone, watchOthers } from '../../platform/lock';
import { watchShow } from '../../platform/visible';
import { useDevice } from '../../state/device';
import { ensureIdentity } from '../identity/ensure';
import { type Answer, type Attempt, isOwn, isWaiting, nonceOf, revived } from './core';
import { dropStale, read, refresh, remove, takeOver, useKept, who, write } from './kept';
import { createPump } from './pump';

const NOBODY: Answer = { ok: false, code: 'not-signed-in', message: '' };

async function send(attempt: Attempt): Promise<Answer> {
  const identity = await ensureIdentity();
  if (identity === 'closed') return NOBODY;
  if (identity !== 'ready') return identity;
  // Somebody else may have signed in meanwhile, here or in another tab.
  if (!isOwn(attempt, who())) return NOBODY;
  return call(attempt.call, attempt.input);
}

let timer: ReturnType<typeof setTimeout> | undefined;
const pump = createPump({
  read,
  write,
  send,
  who,
  now: Date.now,
  alone: (work) => alone('queue', work),
  wake: (after) => {
    clearTimeout(timer);
    timer = setTimeout(() => void pump.flush(false), after);
  },
});

/** Sends what waits now, without further waiting. */
export const sendNow = (): Promise<void> => pump.flush(true);

let started = false;
/** From now on what waits is sent by itself: when the network returns, when the app comes to the front, and in time. */
export function startQueue(): void {
  if (started) return;
  started = true;
  dropStale(Date.now());
  watchOthers('queue.', refresh);
  watchShow(() => void sendNow());
  useDevice.subscribe((now, before) => {
    if (now.online && !before.online) void sendNow();
  });
  void sendNow();
}

/** It is known now who uses this phone: what this person left here in an earlier session may go. */
export function personKnown(): void {
  refresh();
  void pump.flush(false);
}

/** An attempt that its page has given up: it goes on from here. */
export function handOver(attempt: Attempt): void {
  startQueue();
  takeOver(attempt);
  void pump.flush(false);
}

export const dismiss = (nonce: string): void => remove(nonce);

/** Sends a refused one once more. */
export function again(nonce: string): void {
  const attempt = read().find((one) => nonceOf(one) === nonce);
  if (!attempt) return;
  write(revived(attempt));
  void sendNow();
}

export interface Queue {
  /** Kept on the phone, to be confirmed: oldest first. */
  readonly waiting: readonly Attempt[];
  /** Refused; stays until dismissed. */
  readonly refused: readonly Attempt[];
  /** How many wait that somebody else made on this phone; they are sent when that person is here again. */
  readonly others: number;
  readonly find: (nonce: string) => Attempt | undefined;
  /** True where the device refused to keep it: it lives only as long as the app is open. */
  readonly isUnkept: (nonce: string) => boolean;
}

/** What this person's phone keeps, for `visitId` alone where given. Starts the sending. */
export function useQueue(visitId?: string): Queue {
  const { attempts, unkept } = useKept();
  useEffect(startQueue, []);
  return useMemo(() => {
    const me = who();
    const mine = attempts.filter((one) => isOwn(one, me));
    const own = mine.filter((one) => !visitId || one.about.visitId === visitId);
    return {
      waiting: own.filter(isWaiting),
      refused: own.filter((one) => one.outcome?.kind === 'refused'),
      others: attempts.filter((one) => isWaiting(one) && !isOwn(one, me)).length,
      find: (nonce) => own.find((one) => nonceOf(one) === nonce),
      isUnkept: (nonce) => unkept.includes(nonce),
    };
  }, [attempts, unkept, visitId]);
}

/** Runs when something of this person's has arrived: what the page shows is older than that. */
export function useArrived(run: () => void): void {
  const arrived = useKept(({ attempts }) => attempts.filter(({ outcome }) => outcome?.kind === 'sent').length);
  const before = useRef(arrived);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an arrival is a reason
  useEffect(() => {
    if (arrived > before.current) run();
    before.current = arrived;
  }, [arrived]);
}
