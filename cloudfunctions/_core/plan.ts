import { type CollectionName, type Index, indexesOf } from './collections';
import { decodeCursor, encodeCursor, type Place } from './cursor';
import type { Doc, IndexValue, Page, Query } from './store';

/** A query that was checked against the declared indexes. Every value in it is a plain string or number. */
export interface Plan {
  readonly collection: CollectionName;
  readonly eq: readonly { readonly field: string; readonly value: IndexValue; readonly many: boolean }[];
  readonly range?: { readonly field: string; readonly from?: IndexValue; readonly to?: IndexValue };
  /** Documents without this field are not found. Absent: the id orders. */
  readonly by?: string;
  readonly down: boolean;
  readonly limit: number;
  /** The page begins behind this place. */
  readonly after?: Place;
}

/**
 * @throws TypeError for an undeclared field or a value of another type
 * @throws BadCursor
 */
export function plan(query: Query): Plan {
  const { collection, range, order } = query;
  const eq = Object.entries(query.eq ?? {}).map(([field, value]) => {
    const index = declared(collection, field);
    return { field, value: fitting(index, value), many: index.many === true };
  });
  if (eq.filter(({ many }) => many).length > 1) throw new TypeError(`${collection}: two array fields in one query`);
  const by = order && declaredSingle(collection, order.field);
  return {
    collection,
    eq,
    ...(range && { range: checkedRange(collection, range) }),
    ...(by && { by: by.field }),
    down: order?.down === true,
    limit: clamp(query.limit),
    ...(query.cursor !== undefined && { after: decodeCursor(query.cursor, by?.type ?? null) }),
  };
}

/** @param docs the documents found, one more than the page holds where more follow */
export function page<D extends Doc>({ by, limit }: Plan, docs: readonly D[]): Page<D> {
  if (docs.length <= limit) return { docs };
  const shown = docs.slice(0, limit);
  const last = shown[shown.length - 1] as D & Readonly<Record<string, IndexValue>>;
  return { docs: shown, cursor: encodeCursor({ value: by ? (last[by] ?? null) : null, id: last.id }) };
}

function checkedRange(
  collection: CollectionName,
  { field, from, to }: NonNullable<Query['range']>,
): NonNullable<Plan['range']> {
  const index = declaredSingle(collection, field);
  return {
    field,
    ...(from !== undefined && { from: fitting(index, from) }),
    ...(to !== undefined && { to: fitting(index, to) }),
  };
}

function declared(collection: CollectionName, field: string): Index {
  const index = indexesOf(collection).find((one) => one.field === field);
  if (!index) throw new TypeError(`${collection} is not searched by ${field}`);
  return index;
}

function declaredSingle(collection: CollectionName, field: string): Index {
  const index = declared(collection, field);
  if (index.many) throw new TypeError(`${collection}.${field} is an array: it has no order`);
  return index;
}

function fitting({ field, type }: Index, value: unknown): IndexValue {
  if (type === 'text' ? typeof value === 'string' : Number.isFinite(value)) return value as IndexValue;
  throw new TypeError(`${field} must be ${type}`);
}

const clamp = (limit = 100): number => Math.min(1000, Math.max(1, Math.trunc(limit) || 1));
