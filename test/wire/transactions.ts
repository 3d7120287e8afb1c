import type { Database } from './database';
import { busy, ended } from './refused';
import { createTransaction, type Transaction } from './transaction';

/** What one transaction of CloudBase may hold. */
const MOST_OPERATIONS = 100;

export interface Transactions {
  start(): string;
  /** Runs one operation. The next may come only when `answered` is over; a failure ends the transaction. */
  run<T>(id: string, operation: (transaction: Transaction) => T, answered: () => Promise<void>): Promise<T>;
  commit(id: string): void;
  abort(id: string): void;
  abortAll(): void;
}

interface Open {
  readonly transaction: Transaction;
  readonly timer: NodeJS.Timeout;
  operations: number;
  busy: boolean;
}

/** @param lifetimeMs a transaction older than this is ended by the server */
export function createTransactions(database: Database, lifetimeMs: number): Transactions {
  const open = new Map<string, Open>();
  let count = 0;

  const idle = (id: string): Open => {
    const one = open.get(id);
    if (!one) throw ended();
    if (one.busy) throw busy();
    return one;
  };
  const end = (id: string): void => {
    clearTimeout(open.get(id)?.timer);
    open.delete(id);
    database.release(id);
  };

  return {
    start() {
      count += 1;
      const id = `transaction-${count}`;
      const timer = setTimeout(end, lifetimeMs, id).unref();
      open.set(id, { transaction: createTransaction(id, database), timer, operations: 0, busy: false });
      return id;
    },
    async run(id, operation, answered) {
      const one = idle(id);
      one.busy = true;
      one.operations += 1;
      try {
        if (one.operations > MOST_OPERATIONS) throw ended();
        const result = operation(one.transaction);
        await answered();
        return result;
      } catch (failure) {
        end(id);
        throw failure;
      } finally {
        one.busy = false;
      }
    },
    commit(id) {
      database.write(idle(id).transaction.writes());
      end(id);
    },
    abort(id) {
      idle(id);
      end(id);
    },
    abortAll() {
      for (const id of [...open.keys()]) end(id);
    },
  };
}
