import type { StubRecord, Value } from './ejson';
import { Refused } from './refused';

export type Match = (record: StubRecord) => boolean;

type Scalar = string | number | null;

/** A bare value is refused too: unless it is wrapped, what a person typed could be an operator. */
export function parseMatch(query: unknown): Match {
  if (!query || typeof query !== 'object' || Array.isArray(query)) throw new Refused('query is not an object');
  const parts = Object.entries(query).map(([name, value]) => {
    if (name === '$and' || name === '$or') {
      if (!Array.isArray(value) || value.length === 0) throw new Refused(`${name} of nothing`);
      const all = value.map(parseMatch);
      return (record: StubRecord) =>
        name === '$and' ? all.every((one) => one(record)) : all.some((one) => one(record));
    }
    if (!/^\w+$/.test(name)) throw new Refused(`unknown operator or field ${name}`);
    return fieldMatch(name, value);
  });
  if (parts.length === 0) throw new Refused('an empty query means every document');
  return (record) => parts.every((one) => one(record));
}

function fieldMatch(name: string, condition: unknown): Match {
  const [[operator, operand] = ['', null], ...more] = Object.entries((condition ?? {}) as object);
  if (typeof condition !== 'object' || more.length > 0) throw new Refused(`condition on ${name}`);
  if (operator === '$in') {
    if (!Array.isArray(operand) || !operand.every(isScalar)) throw new Refused(`$in on ${name}`);
    return (record) => operand.some((one) => contains(record[name], one));
  }
  if (!isScalar(operand)) throw new Refused(`${operator} on ${name} with ${JSON.stringify(operand)}`);
  if (operator === '$eq') return (record) => contains(record[name], operand);
  if (operator === '$ne') return (record) => !contains(record[name], operand);
  const holds = RANGES[operator];
  if (!holds || operand === null) throw new Refused(`${operator} on ${name}`);
  return (record) => {
    const value = record[name] ?? null;
    if (Array.isArray(value)) throw new Refused(`${operator} on the array ${name}`);
    return typeof value === typeof operand && holds(compare(value as Scalar, operand));
  };
}

const RANGES: Readonly<Record<string, (order: number) => boolean>> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** A missing field equals null; an array holds each of its elements. */
const contains = (value: Value | undefined, one: Scalar): boolean =>
  Array.isArray(value) ? value.includes(one as never) : (value ?? null) === one;

/** The server's order: null, numbers, text by its UTF-8 bytes. */
function compare(a: Scalar, b: Scalar): number {
  const rank = (value: Scalar): number => (value === null ? 0 : typeof value === 'number' ? 1 : 2);
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return rank(a) - rank(b);
}

export function sorter(order: readonly (readonly [string, 1 | -1])[]): (a: StubRecord, b: StubRecord) => number {
  const scalar = (record: StubRecord, name: string): Scalar => {
    const value = record[name] ?? null;
    if (Array.isArray(value)) throw new Refused(`order by the array ${name}`);
    return value as Scalar;
  };
  return (a, b) => {
    for (const [name, direction] of order) {
      const one = compare(scalar(a, name), scalar(b, name)) * direction;
      if (one !== 0) return one;
    }
    return 0;
  };
}
