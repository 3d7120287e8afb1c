import type { Prepared } from '../../cloudfunctions/_core/changes';
import type { CollectionName } from '../../cloudfunctions/_core/collections';
import type { Connections } from './postgres-pool';

/** What is stored under an id now. */
interface Held {
  readonly rev: number;
  readonly body: string;
}
type Look = (collection: CollectionName, id: string) => Held | undefined;

/** Reads, as of one moment, what a commit wanted to write. */
export async function heldNow(use: Connections['use'], changes: readonly Prepared[]): Promise<Look> {
  const written = changes.filter(({ kind }) => kind !== 'check');
  const names = [...new Set(written.map(({ collection }) => collection))];
  if (names.length === 0) return () => undefined;
  const text = names
    .map((name, i) => `SELECT '${name}', id, rev, body FROM "${name}" WHERE id = ANY ($${i + 1})`)
    .join(' UNION ALL ');
  const ids = names.map((name) => written.filter((one) => one.collection === name).map(({ id }) => id));
  type Row = [collection: string, id: string, rev: number, body: string];
  const { rows } = await use((client) => client.query<Row>({ text, values: ids, rowMode: 'array' }));
  const found = new Map(rows.map(([collection, id, rev, body]) => [`${collection} ${id}`, { rev, body }]));
  return (collection, id) => found.get(`${collection} ${id}`);
}

/**
 * What became of a commit whose answer was lost, judged by what is stored now. A commit is whole: one document that is
 * still as it was before tells that nothing was written.
 * - `done`: what we wrote is there
 * - `untouched`: everything is as it was before; it may be sent again
 * - `conflict`: others have written since
 */
export function settled(changes: readonly Prepared[], look: Look): 'done' | 'untouched' | 'conflict' {
  const written = changes.flatMap((one) => (one.kind === 'check' ? [] : [{ one, now: look(one.collection, one.id) }]));
  if (written.every(({ one, now }) => (now?.rev ?? 0) === one.from)) return 'untouched';
  if (written.some(({ one, now }) => (now?.rev ?? 0) < one.rev)) return 'conflict';
  if (written.some(({ one, now }) => now?.rev === one.rev && now.body !== one.body)) return 'conflict';
  return written.some(({ one, now }) => now?.rev === one.rev) ? 'done' : 'conflict';
}
