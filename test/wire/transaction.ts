import type { Database, Snapshot, Write } from './database';
import type { StubRecord } from './ejson';
import type { Match } from './match';
import { conflict, duplicate } from './refused';

export interface Transaction {
  read(collection: string, match: Match): StubRecord[];
  insert(collection: string, record: StubRecord): void;
  update(collection: string, match: Match, set: Readonly<Record<string, unknown>>): number;
  remove(collection: string, match: Match): number;
  writes(): readonly Write[];
}

/**
 * Snapshot isolation as CloudBase describes it: reads see the state at the first operation; the first writer of a
 * record holds it, and a write of any other transaction to it, or to one that has changed since the snapshot, fails at
 * once.
 */
export function createTransaction(id: string, database: Database): Transaction {
  const writes = new Map<string, Write>();
  let snapshot: Snapshot | undefined;
  const view = (): Snapshot => {
    snapshot ??= database.snapshot();
    return snapshot;
  };

  const read = (collection: string, match: Match): StubRecord[] => {
    const seen = new Map(view().records(collection));
    for (const own of writes.values()) {
      if (own.collection !== collection) continue;
      if (own.record) seen.set(own.id, own.record);
      else seen.delete(own.id);
    }
    return [...seen.values()].filter(match);
  };

  const write = (collection: string, of: string, record: StubRecord | null): void => {
    if (!database.lock(collection, of, id, view().time)) throw conflict();
    writes.set(`${collection} ${of}`, { collection, id: of, record });
  };

  return {
    read,
    insert(collection, record) {
      if (read(collection, ({ _id }) => _id === record._id).length > 0) throw duplicate(collection, record._id);
      write(collection, record._id, record);
    },
    update(collection, match, set) {
      const found = read(collection, match);
      for (const record of found) {
        const next = { ...record, ...set } as StubRecord;
        // Writing what is there already takes no lock.
        if (JSON.stringify(next) !== JSON.stringify(record)) write(collection, record._id, next);
      }
      return found.length;
    },
    remove(collection, match) {
      const found = read(collection, match);
      for (const { _id } of found) write(collection, _id, null);
      return found.length;
    },
    writes: () => [...writes.values()],
  };
}
