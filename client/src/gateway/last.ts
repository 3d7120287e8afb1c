import { storage } from '../platform/storage';

/** Where the session's token is kept. */
export const SESSION_KEY = 'session';

/** The last content of a call, with the time at which it was true (milliseconds). */
export interface Last<T> {
  readonly data: T;
  readonly at: number;
}

const prefix = 'last.';
const most = 40;
const memory = new Map<string, Last<unknown>>();
/** Whose content the memory holds: another tab may have signed somebody else in. */
let owner = storage.get<unknown>(SESSION_KEY);

function ownMemory(): Map<string, Last<unknown>> {
  const now = storage.get<unknown>(SESSION_KEY);
  if (now !== owner) memory.clear();
  owner = now;
  return memory;
}

function isLast(it: unknown): it is Last<unknown> {
  const { data, at } = (it ?? {}) as { readonly data?: unknown; readonly at?: unknown };
  return typeof data === 'object' && data !== null && Number.isFinite(at);
}

export const keyOf = (name: string, input: unknown): string => `${name}:${JSON.stringify(input ?? {})}`;

export function recall<T>(key: string): Last<T> | undefined {
  const own = ownMemory();
  const known = own.get(key) ?? storage.get<unknown>(prefix + key);
  if (!isLast(known)) return undefined;
  own.set(key, known);
  return known as Last<T>;
}

/** Keeps what a call answered: in memory always, on the device for reading offline. */
export function remember<T>(key: string, last: Last<T>): void {
  ownMemory().set(key, last);
  if (storage.keys(prefix).length >= most) dropOldest();
  storage.set(prefix + key, last);
}

export function forgetAll(): void {
  memory.clear();
  for (const key of storage.keys(prefix)) storage.remove(key);
}

function dropOldest(): void {
  const kept = storage.keys(prefix).map((key) => ({ key, at: storage.get<Partial<Last<unknown>>>(key)?.at ?? 0 }));
  kept.sort((a, b) => a.at - b.at);
  for (const { key } of kept.slice(0, kept.length - most + 5)) storage.remove(key);
}
