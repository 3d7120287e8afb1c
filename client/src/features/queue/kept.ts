import { create } from 'zustand';
import { type Output, session } from '../../gateway';
import { keyOf, recall } from '../../gateway/last';
import { storage } from '../../platform/storage';
import { type Attempt, inOrder, isStale, nonceOf, type Owner } from './core';

const prefix = 'queue.';
/** What the device refused to keep: not lost while the app is open, and the person is told. */
const unkept = new Map<string, Attempt>();

/** One key each: two tabs that write at once do not overwrite each other's attempts. */
export function read(): readonly Attempt[] {
  const stored = storage.keys(prefix).flatMap((key) => {
    const attempt = storage.get<Attempt>(key);
    return attempt ? [attempt] : [];
  });
  return inOrder([...stored, ...unkept.values()]);
}

/** What is queued, for whoever shows it. */
export const useKept = create<{ readonly attempts: readonly Attempt[] }>(() => ({ attempts: read() }));

export const refresh = (): void => useKept.setState({ attempts: read() });

/** False where the device refused to keep it. */
export function write(attempt: Attempt): boolean {
  const kept = storage.set(prefix + nonceOf(attempt), attempt);
  if (kept) unkept.delete(nonceOf(attempt));
  else unkept.set(nonceOf(attempt), attempt);
  refresh();
  return kept;
}

export function remove(nonce: string): void {
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
