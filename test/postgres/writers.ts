import type { Store } from '../../cloudfunctions/_core/store';
import { until } from './cluster';

export interface Writers {
  /** The ids that were acknowledged. */
  readonly done: readonly string[];
  readonly conflicts: readonly string[];
  /** Waits until so many were acknowledged. */
  acknowledged(count: number): Promise<void>;
  /** Waits for what is under way. @throws whatever a commit threw */
  stop(): Promise<void>;
}

/** Writes without end, each time a new id into two collections at once. */
export function startWriters(store: Store, count: number): Writers {
  const done: string[] = [];
  const conflicts: string[] = [];
  let next = 0;
  let stopped = false;
  let failure: unknown;
  const write = async (): Promise<void> => {
    while (!stopped) {
      next += 1;
      const id = `w${String(next).padStart(7, '0')}`;
      const doc = { id, scope: 's', people: [`p${next % 50}`] };
      const answer = await store.commit([
        { kind: 'insert', collection: 'visits', doc },
        { kind: 'insert', collection: 'audit', doc },
      ]);
      (answer === 'done' ? done : conflicts).push(id);
    }
  };
  const all = Promise.all(Array.from({ length: count }, write)).catch((error: unknown) => {
    failure = error;
    stopped = true;
  });
  return {
    done,
    conflicts,
    async acknowledged(wanted) {
      await until(`${wanted} commits`, async () => {
        if (failure) throw failure;
        return done.length >= wanted || undefined;
      });
    },
    async stop() {
      stopped = true;
      await all;
      if (failure) throw failure;
    },
  };
}
