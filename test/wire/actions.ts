import type { Database } from './database';
import { type StubRecord, toCanonical } from './ejson';
import { sorter } from './match';
import { Refused } from './refused';
import { parseEnd, parseInsert, parseRead, parseRemove, parseStart, parseUpdate, transactionOf } from './shapes';
import type { Transaction } from './transaction';
import type { Transactions } from './transactions';

type Body = Readonly<Record<string, unknown>>;
export type Reply = Readonly<Record<string, unknown>>;

/** Answers one request of the protocol. `pause` lasts as long as the way to the server and back. */
export async function answer(
  database: Database,
  transactions: Transactions,
  body: Body,
  pause: () => Promise<void>,
): Promise<Reply> {
  const id = transactionOf(body);
  const inside = <T>(operation: (transaction: Transaction) => T): Promise<T> =>
    transactions.run(id as string, operation, pause);

  switch (body.action) {
    case 'database.insertDocument': {
      const { collection, record } = parseInsert(body);
      if (id) await inside((transaction) => transaction.insert(collection, record));
      else await database.insert(collection, record);
      return { data: { insertedIds: [record._id] } };
    }
    case 'database.getDocument': {
      const { collection, match, order, limit, projection } = parseRead(body);
      const found = id
        ? await inside((transaction) => transaction.read(collection, match))
        : [...database.records(collection).values()].filter(match);
      const list = found.sort(sorter(order)).slice(0, limit);
      return { data: { list: list.map((record) => toCanonical(projected(record, projection))) } };
    }
    case 'database.modifyDocument': {
      const { collection, match, set } = parseUpdate(body);
      const updated = id
        ? await inside((transaction) => transaction.update(collection, match, set))
        : await database.update(collection, match, set);
      return { data: { updated, upsert_id: null } };
    }
    case 'database.removeDocument': {
      const { collection, match } = parseRemove(body);
      if (!id) throw new Refused('nothing is removed outside a transaction');
      return { data: { deleted: await inside((transaction) => transaction.remove(collection, match)) } };
    }
    case 'database.startTransaction':
      parseStart(body);
      return { transactionId: transactions.start() };
    case 'database.commitTransaction':
      parseEnd(body);
      transactions.commit(id as string);
      return { data: {} };
    case 'database.abortTransaction':
      parseEnd(body);
      transactions.abort(id as string);
      return { data: {} };
    default:
      throw new Refused(`unknown action ${String(body.action)}`);
  }
}

const projected = (record: StubRecord, projection: readonly string[] | undefined): Readonly<Record<string, unknown>> =>
  projection
    ? Object.fromEntries(Object.entries(record).filter(([name]) => name === '_id' || projection.includes(name)))
    : record;
