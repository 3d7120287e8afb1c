import type { IndexValue } from './store';
import { isKeyText } from './stored';

/** The cursor did not come from a page of this query: the caller's input is bad, nothing is broken. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

/** The last document of a page: the value it was ordered by (null where the id alone orders) and its id. */
export interface Place {
  readonly value: IndexValue | null;
  readonly id: string;
}

/** Opaque text, safe in a URL. */
export const encodeCursor = ({ value, id }: Place): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/**
 * @param type what the query is ordered by; `null`: by the id alone
 * @throws BadCursor
 */
export function decodeCursor(cursor: string, type: 'text' | 'number' | null): Place {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 2) throw new BadCursor('not a cursor');
  const [value, id] = parts as [unknown, unknown];
  const fits = type === null ? value === null : typeof value === (type === 'text' ? 'string' : 'number');
  if (!fits || typeof id !== 'string') throw new BadCursor('a cursor of another query');
  // Only what a store could have held: each engine has its own idea of NUL, half characters and infinity.
  if (!isKeyText(id) || (type === 'text' && !isKeyText(value)) || (type === 'number' && !Number.isFinite(value)))
    throw new BadCursor('not a place in any store');
  return { value: value as IndexValue | null, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new BadCursor('not a cursor');
  }
}
