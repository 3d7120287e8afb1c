import type { CollectionName } from './collections';

/** What a document may hold: plain JSON. `undefined` is refused by every adapter. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A stored aggregate.
 * - `id`: unique in its collection, deterministic where uniqueness matters.
 * - `rev`: 1 at insert, raised by one with each put. Owned by the store: writers send the `rev` they read.
 * - `scope`: a station id or `city`; a sharded engine keeps one scope together.
 */
export interface Doc {
  readonly id: string;
  readonly rev: number;
  readonly scope: string;
}

export interface Key {
  readonly collection: CollectionName;
  readonly id: string;
}

/** A document before the store has given it a `rev`. */
export type Draft<D extends Doc = Doc> = Omit<D, 'rev'>;

export type Change =
  /** The id must be free. */
  | { readonly kind: 'insert'; readonly collection: CollectionName; readonly doc: Draft }
  /** The document must still be at `rev`; it is replaced whole and moves to `rev + 1`. */
  | { readonly kind: 'put'; readonly collection: CollectionName; readonly doc: Draft; readonly rev: number }
  /** The document must still be at `rev` (0: must still be absent); nothing is written. */
  | { readonly kind: 'check'; readonly collection: CollectionName; readonly id: string; readonly rev: number };

export type IndexValue = string | number;

/**
 * Equality on declared index fields, at most one range, one order, a page.
 * `eq` on a `many` field means: the array contains the value.
 * Pages are stable: after the order field the id decides. Documents without the order field are left out.
 */
export interface Query {
  readonly collection: CollectionName;
  readonly eq?: Readonly<Record<string, IndexValue>>;
  readonly range?: { readonly field: string; readonly from?: IndexValue; readonly to?: IndexValue }; // both ends included
  readonly order?: { readonly field: string; readonly down?: boolean };
  /** 1–1000, 100 unless told. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<D extends Doc> {
  readonly docs: readonly D[];
  /** Present where more follow. */
  readonly cursor?: string;
}

/**
 * The only way to stored records (DESIGN §6). Three verbs; a call of any of them is one round trip where the engine
 * allows it, and `trips` counts what it really cost.
 */
export interface Store {
  /** The documents in the order of the keys, `undefined` where there is none. */
  get<D extends Doc>(keys: readonly Key[]): Promise<(D | undefined)[]>;
  find<D extends Doc>(query: Query): Promise<Page<D>>;
  /**
   * All or nothing. `conflict`: an id was taken or a rev had moved, nothing was written, read again and decide again.
   * @param aside joins the commit where that costs no more. Elsewhere it is written afterwards, each by itself, and what
   * meets a conflict or a failure then is left undone.
   */
  commit(changes: readonly Change[], aside?: readonly Change[]): Promise<'done' | 'conflict'>;
  /** Requests sent to the engine since the store was opened. */
  trips(): number;
  close(): Promise<void>;
}
