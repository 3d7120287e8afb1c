import type { Depot } from '../../server/move/depot';
import type { Instant } from '../../shared/kernel/calendar';
import type { Census } from './census';
import { documentsOf, type Entry } from './documents';

const BATCH = 2000;

/** Loads a country into an empty store. @param tell how many documents are in, now and then */
export async function fill(
  store: Pick<Depot, 'load'>,
  census: Census,
  now: Instant,
  tell: (documents: number) => void = () => undefined,
): Promise<number> {
  let batch: Entry[] = [];
  let documents = 0;
  const load = async (): Promise<void> => {
    // One after another by collection: the engine writes those of one collection in one statement.
    batch.sort((a, b) => (a.collection < b.collection ? -1 : a.collection > b.collection ? 1 : 0));
    const loading = batch.map(({ collection, doc }) => ({ collection, doc: { ...doc, rev: 1 } }));
    if ((await store.load(loading)) === 'conflict') throw new Error('the database was not empty');
    documents += batch.length;
    batch = [];
    tell(documents);
  };
  for (const entry of documentsOf(census, now)) {
    batch.push(entry);
    if (batch.length === BATCH) await load();
  }
  if (batch.length > 0) await load();
  return documents;
}
