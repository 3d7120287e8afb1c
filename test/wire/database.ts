import type { StubRecord } from './ejson';
import type { Match } from './match';
import { Answer, duplicate } from './refused';

export interface Write {
  readonly collection: string;
  readonly id: string;
  /** `null` removes. */
  readonly record: StubRecord | null;
}

export interface Snapshot {
  readonly time: number;
  records(collection: string): ReadonlyMap<string, StubRecord>;
}

export interface Database extends Snapshot {
  snapshot(): Snapshot;
  /** @returns false where another transaction holds the record or it has changed since that time */
  lock(collection: string, id: string, transaction: string, since: number): boolean;
  release(transaction: string): void;
  /** All at once, as one commit. */
  write(writes: readonly Write[]): void;
  insert(collection: string, record: StubRecord): Promise<void>;
  /** @returns how many records matched once nothing held them */
  update(collection: string, match: Match, set: Readonly<Record<string, unknown>>): Promise<number>;
}

/** Ends a wait for a lock that is never released. */
const LOCK_WAIT_MS = 5000;

const keyOf = (collection: string, id: string): string => `${collection} ${id}`;

/** Committed records, and the locks of open transactions. Records are never changed in place. */
export function createDatabase(): Database {
  const collections = new Map<string, Map<string, StubRecord>>();
  /** The commit that last wrote or removed a record. */
  const changed = new Map<string, number>();
  const locks = new Map<string, string>();
  let waiting: (() => void)[] = [];
  let time = 0;

  const records = (collection: string): Map<string, StubRecord> => {
    const known = collections.get(collection) ?? new Map<string, StubRecord>();
    collections.set(collection, known);
    return known;
  };

  const write = (writes: readonly Write[]): void => {
    time += 1;
    for (const { collection, id, record } of writes) {
      if (record) records(collection).set(id, record);
      else records(collection).delete(id);
      changed.set(keyOf(collection, id), time);
    }
  };

  /** A write outside any transaction waits for those who hold what it wants. */
  const unlocked = async (keys: () => readonly string[]): Promise<void> => {
    const until = Date.now() + LOCK_WAIT_MS;
    while (keys().some((key) => locks.has(key))) {
      const left = until - Date.now();
      if (left <= 0) throw new Answer('DATABASE_REQUEST_FAILED', 'waited too long for a lock');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  };

  return {
    get time() {
      return time;
    },
    records,
    write,
    snapshot() {
      const copies = new Map([...collections].map(([name, all]) => [name, new Map(all)]));
      return { time, records: (collection) => copies.get(collection) ?? new Map() };
    },
    lock(collection, id, transaction, since) {
      const key = keyOf(collection, id);
      if ((locks.get(key) ?? transaction) !== transaction) return false;
      if ((changed.get(key) ?? 0) > since) return false;
      locks.set(key, transaction);
      return true;
    },
    release(transaction) {
      for (const [key, holder] of locks) if (holder === transaction) locks.delete(key);
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    async insert(collection, record) {
      await unlocked(() => [keyOf(collection, record._id)]);
      if (records(collection).has(record._id)) throw duplicate(collection, record._id);
      write([{ collection, id: record._id, record }]);
    },
    async update(collection, match, set) {
      const matched = (): StubRecord[] => [...records(collection).values()].filter(match);
      await unlocked(() => matched().map(({ _id }) => keyOf(collection, _id)));
      const found = matched();
      write(found.map((record) => ({ collection, id: record._id, record: { ...record, ...set } as StubRecord })));
      return found.length;
    },
  };
}
