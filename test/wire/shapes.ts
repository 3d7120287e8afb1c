import { COLLECTIONS } from '../../cloudfunctions/_core/collections';
import { parseCanonical, type StubRecord, type Value } from './ejson';
import { type Match, parseMatch } from './match';
import { Refused } from './refused';

type Body = Readonly<Record<string, unknown>>;

/** What the SDK adds to every request. */
const COMMON = [
  'action',
  'envName',
  'wxCloudApiToken',
  'wxCloudbaseAccesstoken',
  'tcb_sessionToken',
  'sessionToken',
  'crossAuthorizationToken',
];

/** Refuses a request that lacks a field or has one that is not named. A name ending in `?` may be missing. */
function fields(body: Body, names: readonly string[]): void {
  for (const name of names) if (!name.endsWith('?') && !(name in body)) throw new Refused(`${name} is missing`);
  const known = new Set([...COMMON, ...names.map((name) => name.replace('?', ''))]);
  for (const name of Object.keys(body)) if (!known.has(name)) throw new Refused(`unknown field ${name}`);
}

function exactly(body: Body, wanted: Body): void {
  for (const [name, value] of Object.entries(wanted))
    if (body[name] !== value) throw new Refused(`${name} is ${JSON.stringify(body[name])}`);
}

function collectionOf({ collectionName }: Body): string {
  if (typeof collectionName === 'string' && Object.keys(COLLECTIONS).includes(collectionName)) return collectionName;
  throw new Refused(`no collection ${String(collectionName)}`);
}

export function transactionOf({ transactionId }: Body): string | undefined {
  if (transactionId === undefined || typeof transactionId === 'string') return transactionId;
  throw new Refused('transactionId is not text');
}

interface Insert {
  readonly collection: string;
  readonly record: StubRecord;
}

export function parseInsert(body: Body): Insert {
  fields(body, ['collectionName', 'data', 'transactionId?']);
  if (!Array.isArray(body.data) || body.data.length !== 1) throw new Refused('data is not one document');
  const record = flat(parseCanonical(body.data[0], 'data'));
  if (typeof record._id !== 'string' || record._id === '') throw new Refused('_id is not text');
  return { collection: collectionOf(body), record: record as StubRecord };
}

interface Read {
  readonly collection: string;
  readonly match: Match;
  readonly order: readonly (readonly [string, 1 | -1])[];
  readonly limit: number;
  readonly projection?: readonly string[];
}

export function parseRead(body: Body): Read {
  const one = body.queryType === 'DOC';
  if (one) fields(body, ['collectionName', 'query', 'queryType', 'multi', 'projection?', 'transactionId?']);
  else fields(body, ['collectionName', 'query', 'queryType', 'limit', 'order?', 'projection?']);
  if (one) exactly(body, { multi: false });
  else exactly(body, { queryType: 'WHERE' });
  const limit = one ? 1 : body.limit;
  if (!Number.isInteger(limit) || (limit as number) < 1 || (limit as number) > 1000) throw new Refused('limit');
  return {
    collection: collectionOf(body),
    match: one ? byId(body) : parseMatch(parseCanonical(body.query, 'query')),
    order: body.order === undefined ? [] : entries(body.order, 'order', [1, -1]),
    limit: limit as number,
    ...(body.projection !== undefined && {
      projection: entries(body.projection, 'projection', [1]).map(([name]) => name),
    }),
  };
}

interface Update {
  readonly collection: string;
  readonly match: Match;
  readonly set: Readonly<Record<string, Value>>;
}

export function parseUpdate(body: Body): Update {
  const one = body.queryType === 'DOC';
  const names = ['collectionName', 'query', 'queryType', 'data', 'multi', 'merge', 'upsert'];
  fields(body, one ? [...names, 'transactionId?'] : names);
  exactly(body, { queryType: one ? 'DOC' : 'WHERE', multi: !one, merge: true, upsert: false });
  const data = object(parseCanonical(body.data, 'data'));
  if (Object.keys(data).join() !== '$set') throw new Refused(`update operators ${Object.keys(data).join()}`);
  const set = flat(data.$set);
  if ('_id' in set || Object.keys(set).length === 0) throw new Refused('$set of _id or of nothing');
  return {
    collection: collectionOf(body),
    match: one ? byId(body) : parseMatch(parseCanonical(body.query, 'query')),
    set,
  };
}

export function parseRemove(body: Body): { readonly collection: string; readonly match: Match } {
  fields(body, ['collectionName', 'query', 'queryType', 'multi', 'transactionId?']);
  exactly(body, { queryType: 'DOC', multi: false });
  return { collection: collectionOf(body), match: byId(body) };
}

export const parseStart = (body: Body): void => fields(body, []);
export const parseEnd = (body: Body): void => fields(body, ['transactionId']);

/** An operation on one document names it by a bare id and by nothing else. */
function byId(body: Body): Match {
  const query = object(parseCanonical(body.query, 'query'));
  const { _id } = query;
  if (Object.keys(query).join() !== '_id' || typeof _id !== 'string') throw new Refused('a document has one text id');
  return (record) => record._id === _id;
}

function object(value: unknown): Record<string, unknown> {
  if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return value as Record<string, unknown>;
  throw new Refused(`not an object: ${JSON.stringify(value)}`);
}

const isScalar = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

function flat(value: unknown): Record<string, Value> {
  const record = object(value);
  for (const [name, one] of Object.entries(record)) {
    if (!/^\w+$/.test(name)) throw new Refused(`field name ${name}`);
    if (one !== null && !isScalar(one) && !(Array.isArray(one) && one.every(isScalar)))
      throw new Refused(`value of ${name}`);
  }
  return record as Record<string, Value>;
}

function entries<T>(text: unknown, what: string, allowed: readonly T[]): (readonly [string, T])[] {
  const pairs = Object.entries(object(parseCanonical(text, what)));
  if (pairs.length > 0 && pairs.every(([, value]) => allowed.includes(value as T))) return pairs as [string, T][];
  throw new Refused(what);
}
