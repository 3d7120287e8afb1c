import { useEffect, useMemo } from 'react';
import { call } from '../../gateway';
import { alone, watchOthers } from '../../platform/lock';
import { watchShow } from '../../platform/visible';
import { useDevice } from '../../state/device';
import { ensureIdentity } from '../identity/ensure';
import { type Answer, type Asked, type Attempt, isOwn, isWaiting, newAttempt, nonceOf, revived } from './core';
import { dropStale, read, refresh, remove, useKept, who, write } from './kept';
import { createPump } from './pump';

async function send(attempt: Attempt): Promise<Answer> {
  const identity = await ensureIdentity();
  if (identity === 'closed') return { ok: false, code: 'not-signed-in', message: '' };
  if (identity !== 'ready') return identity;
  return call(attempt.call, attempt.input);
}

let timer: ReturnType<typeof setTimeout> | undefined;
const pump = createPump({
  read,
  write: (attempt) => void write(attempt),
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

/** Keeps an attempt on the phone until it is answered. False where the device refused to keep it beyond this session. */
export function enqueue(asked: Asked, at: number): boolean {
  startQueue();
  const kept = write(newAttempt(asked, who(), at));
  void pump.flush(false);
  return kept;
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
  readonly find: (nonce: string) => Attempt | undefined;
}

/** What this person's phone keeps, for `visitId` alone where given. Starts the sending. */
export function useQueue(visitId?: string): Queue {
  const attempts = useKept((kept) => kept.attempts);
  useEffect(startQueue, []);
  return useMemo(() => {
    const me = who();
    const own = attempts.filter((one) => isOwn(one, me) && (!visitId || one.about.visitId === visitId));
    return {
      waiting: own.filter(isWaiting),
      refused: own.filter((one) => one.outcome?.kind === 'refused'),
      find: (nonce) => own.find((one) => nonceOf(one) === nonce),
    };
  }, [attempts, visitId]);
}
