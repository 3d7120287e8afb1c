import { EJSON } from 'bson';
import { Refused } from './refused';

export type Value = string | number | null | readonly (string | number)[];
/** A record of the stub: flat, as the store writes it. */
export type StubRecord = Readonly<Record<string, Value>> & { readonly _id: string };

/** Canonical Extended JSON, as a string, is the only form in which the SDK sends documents and queries. */
export function parseCanonical(text: unknown, what: string): unknown {
  if (typeof text !== 'string') throw new Refused(`${what} is not a string of Extended JSON`);
  const typed: unknown = EJSON.parse(text, { relaxed: false });
  if (EJSON.stringify(typed, { relaxed: false }) !== text) throw new Refused(`${what} is not canonical: ${text}`);
  return EJSON.parse(text);
}

export const toCanonical = (record: Readonly<Record<string, unknown>>): string =>
  EJSON.stringify(record, { relaxed: false });
