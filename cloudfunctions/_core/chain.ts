import { createHash } from 'node:crypto';
import type { VisitEvent } from '../../shared/visit';
import type { LogEntry } from './documents';

const GENESIS = '0';

const hashOf = (previous: string, entry: object): string =>
  createHash('sha256').update(previous).update(JSON.stringify(entry)).digest('base64url').slice(0, 22);

type Unsealed<E> = Omit<E, 'seq' | 'hash'>;

/** Append to a record's history; each line is sealed with the one before, so that none can be taken out or changed unseen. */
export function append<E extends { readonly seq: number; readonly hash: string }>(
  history: readonly E[],
  entry: Unsealed<E>,
): readonly E[] {
  const last = history[history.length - 1];
  const numbered = { ...entry, seq: (last?.seq ?? 0) + 1 };
  return [...history, { ...numbered, hash: hashOf(last?.hash ?? GENESIS, canonical(numbered)) } as unknown as E];
}

/** Key order must not depend on which engine gave the record back. */
const canonical = (entry: object): object =>
  Object.fromEntries(
    Object.entries(entry)
      .filter(([key, value]) => key !== 'hash' && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, value !== null && typeof value === 'object' ? canonical(value as object) : value]),
  );

/** The first line whose seal is broken, or undefined where the whole history holds. */
export function brokenAt(history: readonly (VisitEvent | LogEntry)[]): number | undefined {
  let previous = GENESIS;
  for (const [i, entry] of history.entries()) {
    if (entry.seq !== i + 1 || entry.hash !== hashOf(previous, canonical(entry))) return i + 1;
    previous = entry.hash;
  }
  return undefined;
}

/** One hash over the heads of all records' histories, in the order given. */
export const rootOf = (heads: readonly string[]): string =>
  heads.reduce((root, head) => hashOf(root, { head }), GENESIS);
