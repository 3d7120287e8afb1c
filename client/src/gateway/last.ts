import { storage } from '../platform/storage';

/** The last content of a call, with the time at which it was true (milliseconds). */
export interface Last<T> {
  readonly data: T;
  readonly at: number;
}

const prefix = 'last.';
const most = 40;
const memory = new Map<string, Last<unknown>>();

export const keyOf = (name: string, input: unknown): string => `${name}:${JSON.stringify(input ?? {})}`;

export function recall<T>(key: string): Last<T> | undefined {
  const known = memory.get(key) ?? storage.get<Last<unknown>>(prefix + key);
  if (known) memory.set(key, known);
  return known as Last<T> | undefined;
}

/** Keeps what a call answered: in memory always, on the device for reading offline. */
export function remember<T>(key: string, last: Last<T>): void {
  memory.set(key, last);
  if (storage.keys(prefix).length >= most) dropOldest();
  storage.set(prefix + key, last);
}

export function forgetAll(): void {
  memory.clear();
  for (const key of storage.keys(prefix)) storage.remove(key);
}

function dropOldest(): void {
  const kept = storage.keys(prefix).map((key) => ({ key, at: storage.get<Last<unknown>>(key)?.at ?? 0 }));
  kept.sort((a, b) => a.at - b.at);
  for (const { key } of kept.slice(0, kept.length - most + 5)) storage.remove(key);
}
