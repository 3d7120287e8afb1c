import { create } from 'zustand';
import { type Output, session } from '../../gateway';
import { forgetAll, keyOf, recall } from '../../gateway/last';
import { storage } from '../../platform/storage';
import { type Attempt, inOrder, isAttempt, isStale, nonceOf, type Owner } from './core';

const prefix = 'queue.';
/** What the device refused to keep: not lost while the app is open, and the person is told. */
const unkept = new Map<string, Attempt>();

/** What a page of this tab is sending itself: on the device in case the page is killed, and otherwise not of the queue. */
const departed = new Set<string>();

/** One key each: two tabs that write at once do not overwrite each other's attempts. */
export function read(): readonly Attempt[] {
  const stored = storage.keys(prefix).flatMap((key) => {
    const attempt = storage.get<unknown>(key);
    return isAttempt(attempt) ? [attempt] : [];
  });
  return inOrder([...stored, ...unkept.values()].filter((one) => !departed.has(nonceOf(one))));
}

interface Kept {
  readonly attempts: readonly Attempt[];
  /** The nonces of those that live only as long as the app is open. */
  readonly unkept: readonly string[];
}
const now = (): Kept => ({ attempts: read(), unkept: [...unkept.keys()] });

/** What is queued, for whoever shows it. */
export const useKept = create<Kept>(now);

export const refresh = (): void => useKept.setState(now());

/** Where the device refuses to keep it, it stays in memory. */
export function write(attempt: Attempt): void {
  const keep = (): boolean => storage.set(prefix + nonceOf(attempt), attempt);
  let kept = keep();
  if (!kept) {
    // What can be read again makes room for what exists nowhere else.
    forgetAll();
    kept = keep();
  }
  if (kept) unkept.delete(nonceOf(attempt));
  else unkept.set(nonceOf(attempt), attempt);
  refresh();
}

/** Keeps an attempt that its page sends itself, until it is removed or handed over. */
export function depart(attempt: Attempt): void {
  departed.add(nonceOf(attempt));
  write(attempt);
}

/** Its page has given it up. */
export function takeOver(attempt: Attempt): void {
  departed.delete(nonceOf(attempt));
  write(attempt);
}

export function remove(nonce: string): void {
  departed.delete(nonce);
  unkept.delete(nonce);
  storage.remove(prefix + nonce);
  refresh();
}

export function dropStale(now: number): void {
  for (const attempt of read()) if (isStale(attempt, now)) remove(nonceOf(attempt));
  refresh();
}

/** A mark of the session, from which it cannot be used again. */
const markOf = (token: string): string => {
  let mark = 5381;
  for (let i = 0; i < token.length; i += 1) mark = ((mark * 33) ^ token.charCodeAt(i)) >>> 0;
  return token === '' ? '' : mark.toString(36);
};

/** Who uses this device now, as far as is known without asking. */
export function who(): Owner {
  const me = recall<Output<'account.me'>>(keyOf('account.me', {}));
  return { session: markOf(session.token() ?? ''), ...(me && { person: me.data.person.id }) };
}
