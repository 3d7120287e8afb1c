import { storage } from '@/platform/storage';

const key = 'clock';
/** Less is the way of the answer through the network. */
const WORTH_MENDING = 20_000;

/** Learns from an answer of the server how far this phone's clock is off. */
export function learnTime(serverNow: string): void {
  const off = Date.parse(serverNow) - Date.now();
  storage.set(key, Math.abs(off) < WORTH_MENDING ? 0 : off);
}

/** The time now, milliseconds: of this phone's clock, put right by what the server last said. */
export function timeNow(): number {
  const off = storage.get<unknown>(key);
  return Date.now() + (typeof off === 'number' && Number.isFinite(off) ? off : 0);
}

export const isoOf = (at: number): string => new Date(at).toISOString();
