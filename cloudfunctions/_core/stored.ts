import { type CollectionName, type Index, indexesOf } from './collections';
import type { Draft, IndexValue } from './store';

/** Of a document as JSON. Aggregates stay far below; what grows without bound is a collection of its own. */
const MAX_BODY_BYTES = 400 * 1024;

type IndexRow = Readonly<Record<string, IndexValue | readonly IndexValue[] | null>>;

/** A document as every engine holds it: the exact JSON text, and beside it the values that it is searched by. */
export interface Stored {
  readonly id: string;
  readonly scope: string;
  readonly rev: number;
  readonly body: string;
  /** Every declared field; null where the document has none. */
  readonly index: IndexRow;
}

/**
 * @throws TypeError where the document holds what JSON cannot (undefined, NaN, a Date …), or an index field is not of
 * its declared type
 * @throws RangeError where it is larger than 400 KB
 */
export function toStored(collection: CollectionName, draft: Draft, rev: number): Stored {
  const { id, scope } = draft;
  assertKeyText(id, `${collection}.id`);
  assertKeyText(scope, `${collection}.scope`);
  const flaw = flawIn(draft);
  if (flaw) throw new TypeError(`${collection}.${flaw.reverse().join('.')} is not plain JSON`);
  const body = JSON.stringify({ ...draft, rev });
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw new RangeError(`a document of ${collection} exceeds 400 KB`);
  const fields = draft as unknown as Readonly<Record<string, unknown>>;
  const index: Record<string, IndexValue | readonly IndexValue[] | null> = {};
  for (const one of indexesOf(collection)) index[one.field] = indexed(collection, one, fields[one.field]);
  return { id, scope, rev, body, index };
}

function indexed(collection: CollectionName, index: Index, value: unknown): IndexRow[string] {
  if (value === undefined || value === null) return null;
  const name = `${collection}.${index.field}`;
  if (!index.many) return single(name, index, value);
  if (!Array.isArray(value)) throw new TypeError(`${name} must be an array`);
  return [...new Set(value.map((one) => single(name, index, one)))];
}

function single(name: string, index: Index, value: unknown): IndexValue {
  if (index.type === 'number' && typeof value === 'number') return value;
  if (index.type === 'text' && typeof value === 'string') {
    assertKeyText(value, name, 0);
    return value;
  }
  throw new TypeError(`${name} must be ${index.type}`);
}

/** What an engine indexes as text: NUL and lone surrogates are cut or altered by some, so none may hold them. */
export const isKeyText = (value: unknown, least = 0): value is string =>
  typeof value === 'string' &&
  !value.includes('\0') &&
  !/\p{Surrogate}/u.test(value) &&
  value.length >= least &&
  value.length <= 500;

export function assertKeyText(value: unknown, name: string, least = 1): asserts value is string {
  if (!isKeyText(value, least)) throw new TypeError(`${name} is not text that can be a key`);
}

/** The path, last step first, of the first value that does not survive as JSON. */
function flawIn(value: unknown): string[] | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : [];
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const flaw = flawIn(value[i]);
      if (flaw) return [...flaw, String(i)];
    }
    return undefined;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return [];
  for (const key of Object.keys(value)) {
    const flaw = flawIn((value as Record<string, unknown>)[key]);
    if (flaw) return [...flaw, key];
  }
  return undefined;
}
