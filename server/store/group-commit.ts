import type Database from 'libsql';

interface Waiting<T> {
  readonly work: T;
  readonly resolve: (kept: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A synced commit costs the disk's time, not ours: what came in during one turn of the event loop shares one
 * transaction, and nobody is answered before the disk has it. Where one of them fails or is not wanted, all are done
 * again, each with a savepoint of its own, so that it takes back only itself: `apply` may run twice for a piece of work.
 * @param apply false: the work is not wanted, take back what it wrote
 */
export function groupCommit<T>(database: Database.Database, apply: (work: T) => boolean) {
  const step = (sql: string): (() => void) => {
    const statement = database.prepare(sql);
    return () => {
      statement.run();
    };
  };
  const begin = step('BEGIN IMMEDIATE');
  const commit = step('COMMIT');
  const rollback = step('ROLLBACK');
  const save = step('SAVEPOINT one');
  const release = step('RELEASE one');
  const undo = step('ROLLBACK TO one');
  let queue: Waiting<T>[] = [];

  const attempt = (work: T): { readonly kept: boolean } | { readonly failure: unknown } => {
    save();
    try {
      const kept = apply(work);
      if (!kept) undo();
      release();
      return { kept };
    } catch (failure) {
      // Some failures (a full disk) end the whole transaction; then nothing of the group was written.
      if (!database.inTransaction) throw failure;
      undo();
      release();
      return { failure };
    }
  };

  const allWanted = (group: readonly Waiting<T>[]): boolean => {
    try {
      return group.every(({ work }) => apply(work));
    } catch {
      // Which one failed, and why, is found when each is tried by itself.
      return false;
    }
  };

  /** The usual case, without savepoints. @returns false where not all was wanted, and nothing was written */
  const whole = (group: readonly Waiting<T>[]): boolean => {
    begin();
    if (allWanted(group)) {
      commit();
      return true;
    }
    if (database.inTransaction) rollback();
    return false;
  };

  const flush = (): void => {
    const group = queue;
    if (group.length === 0) return;
    queue = [];
    try {
      if (whole(group)) {
        for (const { resolve } of group) resolve(true);
        return;
      }
      begin();
      const outcomes = group.map(({ work }) => attempt(work));
      commit();
      outcomes.forEach((outcome, i) => {
        if ('kept' in outcome) group[i]?.resolve(outcome.kept);
        else group[i]?.reject(outcome.failure);
      });
    } catch (failure) {
      if (database.inTransaction) rollback();
      for (const { reject } of group) reject(failure);
    }
  };

  return {
    /** @returns what `apply` answered, once it is on the disk */
    commit: (work: T): Promise<boolean> =>
      new Promise((resolve, reject) => {
        if (queue.length === 0) setImmediate(flush);
        queue.push({ work, resolve, reject });
      }),
    /** Writes what waits, now. */
    flush,
  };
}
