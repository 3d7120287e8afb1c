import type { CollectionName } from '../../cloudfunctions/_core/collections';
import type { Doc, Store } from '../../cloudfunctions/_core/store';

/** Everything as one moment held it, whatever is written meanwhile. */
export interface Snapshot {
  count(collection: CollectionName): Promise<number>;
  /** The JSON texts of at most `limit` documents, in the order of their ids, behind the id `after` ('': from the first). */
  bodies(collection: CollectionName, after: string, limit: number): Promise<readonly string[]>;
}

export interface Loading {
  readonly collection: CollectionName;
  readonly doc: Doc;
}

/** What moving a whole store needs beyond the port that handlers see. */
export interface Depot {
  /** Nothing may be committed through this store before `look` has ended. */
  snapshot<T>(look: (at: Snapshot) => Promise<T>): Promise<T>;
  /** Inserts documents as they are, `rev` included: all of them, or none where an id is taken. */
  load(documents: readonly Loading[]): Promise<'done' | 'conflict'>;
}

export type MovableStore = Store & Depot;
