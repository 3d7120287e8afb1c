import type { CollectionName } from './collections';
import type { Change } from './store';
import { assertKeyText, type Stored, toStored } from './stored';

/** A change ready for an engine. `from` is the rev that must still be there; 0: the id must be free. */
export type Prepared =
  | ({ readonly kind: 'insert' | 'put'; readonly collection: CollectionName; readonly from: number } & Stored)
  | { readonly kind: 'check'; readonly collection: CollectionName; readonly from: number; readonly id: string };

/**
 * Checks the changes of one commit and brings them into one order for all writers, so that two commits which meet
 * cannot each hold what the other needs.
 * @throws TypeError, RangeError for what no store may hold; a bug of the caller, not a conflict
 */
export function prepare(changes: readonly Change[]): readonly Prepared[] {
  const prepared = changes.map(prepareOne);
  if (prepared.length < 2) return prepared;
  prepared.sort((a, b) => compare(a.collection, b.collection) || compare(a.id, b.id));
  prepared.forEach((one, i) => {
    const before = prepared[i - 1];
    if (before && before.collection === one.collection && before.id === one.id)
      throw new TypeError(`two changes of one document of ${one.collection} in one commit`);
  });
  return prepared;
}

function prepareOne(change: Change): Prepared {
  const { kind, collection } = change;
  if (kind === 'insert') return { kind, collection, from: 0, ...toStored(collection, change.doc, 1) };
  const { rev } = change;
  if (!Number.isSafeInteger(rev) || rev < (kind === 'put' ? 1 : 0)) throw new TypeError(`${collection}: no such rev`);
  if (kind === 'check') {
    assertKeyText(change.id, `${collection}.id`);
    return { kind, collection, from: rev, id: change.id };
  }
  return { kind, collection, from: rev, ...toStored(collection, change.doc, rev + 1) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
