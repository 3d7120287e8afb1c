import { createHash } from 'node:crypto';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_core/collections';

/**
 * An archive is text, one JSON object a line: a header with the counts, each document as it is stored, and an end. Every
 * line is sealed with the one before it, so the seal of the last one speaks for all, and whatever was changed, taken out
 * or put in shows at its line.
 */

const FORMAT = 'qianren-qianqi';
const VERSION = 1;

/** Far above any line that is written: a document has at most 400 KB, and JSON in JSON is not quoted again. */
export const MOST_LINE_BYTES = 1024 * 1024;

/**
 * Settings come last: a store without them is only half there, and is not served. Stations come first: no beginnings are
 * written into it.
 */
export const ORDER: readonly CollectionName[] = [
  'stations',
  ...(Object.keys(COLLECTIONS) as CollectionName[]).filter((name) => name !== 'stations' && name !== 'settings'),
  'settings',
];

export type Counts = Readonly<Partial<Record<CollectionName, number>>>;

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What a line says. `body` is the document's JSON text, exactly as the store holds it. */
export type Line =
  | { readonly kind: 'header'; readonly counts: Counts }
  | { readonly kind: 'document'; readonly collection: string; readonly body: string }
  | { readonly kind: 'end'; readonly documents: number };

/** A line of something else, or of a version that this program does not know. */
export class Unreadable extends Error {}

const SUM_LENGTH = 22;

/** Seals lines one after another. @param text the line without its seal: what stands between the braces */
export function chain(): (text: string) => string {
  let previous = '';
  return (text) => {
    previous = createHash('sha256').update(previous).update(text).digest('base64url').slice(0, SUM_LENGTH);
    return previous;
  };
}

function textOf(line: Line): string {
  switch (line.kind) {
    case 'header':
      return `"format":"${FORMAT}","version":${VERSION},"counts":${JSON.stringify(line.counts)}`;
    case 'document':
      return `"collection":"${line.collection}","doc":${line.body}`;
    case 'end':
      return `"end":${line.documents}`;
  }
}

/** @returns the line with its seal, which is also given back alone */
export function sealed(seal: (text: string) => string, line: Line): { readonly text: string; readonly sum: string } {
  const text = textOf(line);
  const sum = seal(text);
  return { text: `{"sum":"${sum}",${text}}\n`, sum };
}

/** The two parts of a line, or undefined where it has no seal. */
export function partsOf(text: string): { readonly sum: string; readonly rest: string } | undefined {
  const [, sum = '', rest = ''] = /^\{"sum":"([\w-]{22})",(.+)\}$/s.exec(text) ?? [];
  return sum ? { sum, rest } : undefined;
}

/** @throws Unreadable */
export function lineOf(rest: string): Line {
  const [, collection, body] = /^"collection":"(\w+)","doc":(\{.*\})$/s.exec(rest) ?? [];
  if (collection !== undefined && body !== undefined) return { kind: 'document', collection, body };
  const [, end] = /^"end":(\d+)$/.exec(rest) ?? [];
  if (end !== undefined) return { kind: 'end', documents: Number(end) };
  return headerOf(rest);
}

function headerOf(rest: string): Line {
  const { format, version, counts } = parsed(`{${rest}}`);
  if (format !== FORMAT) throw new Unreadable('不是本系统的归档');
  if (version !== VERSION) throw new Unreadable(`归档是第 ${version} 版，本程序只认识第 ${VERSION} 版，请换新的程序`);
  for (const [name, count] of Object.entries((counts ?? {}) as object))
    if (!ORDER.includes(name as CollectionName) || !Number.isSafeInteger(count) || (count as number) < 0)
      throw new Unreadable(`归档里有不认识的集合 ${name}，请换新的程序`);
  return { kind: 'header', counts: counts as Counts };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw new Unreadable('不是本系统的归档');
  }
}
