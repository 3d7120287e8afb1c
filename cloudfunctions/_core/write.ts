import type { Change, Draft } from './store';

/** The next version of a document: an insert where there was none, a put on the one that was read otherwise. */
export const writeOf = <D extends Draft & { rev?: number }>(
  collection: Change['collection'],
  doc: D,
  rev: number | undefined,
): Change => {
  const { rev: _, ...draft } = doc;
  return rev === undefined ? { kind: 'insert', collection, doc: draft } : { kind: 'put', collection, doc: draft, rev };
};
