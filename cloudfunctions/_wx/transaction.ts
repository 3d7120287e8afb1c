import type { Prepared } from '../_core/changes';
import { addedRecord, isConflict, setFields } from './record';
import type { WxCommand, WxDatabase, WxTransaction } from './sdk';

/** What one transaction of CloudBase may hold. */
const MOST_OPERATIONS = 100;

/**
 * Several changes, whole or not at all. Only operations on one document by its id, one after another: a `where` would
 * run outside the transaction, and two at once are refused as busy.
 *
 * There is no second attempt here and so no `runTransaction`: where another writer was in the way, the revs that we
 * were given have most likely moved, and only the caller can read and decide again.
 * @throws what the server said, where it is not a conflict. After a failed commit request the outcome is unknown; the
 * caller finds it by reading again.
 */
export async function commitTogether(db: WxDatabase, changes: readonly Prepared[], sent: () => void): Promise<boolean> {
  const operations = changes.reduce((sum, { kind }) => sum + (kind === 'insert' ? 1 : 2), 0);
  if (operations > MOST_OPERATIONS) throw new RangeError(`${changes.length} changes exceed one transaction`);
  sent();
  const transaction = await db.startTransaction();
  try {
    for (const change of changes) {
      if (await applyTo(transaction, db.command, change, sent)) continue;
      await abandon(transaction, sent);
      return false;
    }
    sent();
    await transaction.commit();
    return true;
  } catch (failure) {
    await abandon(transaction, sent);
    if (isConflict(failure)) return false;
    throw failure;
  }
}

/** @returns whether the document was what the change expects */
async function applyTo(
  transaction: WxTransaction,
  command: WxCommand,
  change: Prepared,
  sent: () => void,
): Promise<boolean> {
  const collection = transaction.collection(change.collection);
  if (change.kind === 'insert') {
    sent();
    await collection.add({ data: addedRecord(change) });
    return true;
  }
  const document = collection.doc(change.id);
  if (change.from === 0) {
    // Absence cannot be locked. An insert that is taken back meets every other insert of the id, and is refused where
    // there is one already.
    sent();
    await collection.add({ data: { _id: change.id } });
    sent();
    await document.remove();
    return true;
  }
  sent();
  const { data } = await document.field({ rev: true }).get();
  if (data?.rev !== change.from) return false;
  sent();
  // Reading does not lock: a check writes a field of its own, or two commits could each rely on what the other changes.
  // The value must differ from the last one, since a write that changes nothing takes no lock.
  const touched = { touch: command.set(`${Date.now()} ${Math.random()}`) };
  await document.update({ data: change.kind === 'put' ? setFields(command, change) : touched });
  return true;
}

/** The server ends a transaction that failed by itself; that it is gone already is no news. */
async function abandon(transaction: WxTransaction, sent: () => void): Promise<void> {
  sent();
  await transaction.rollback().catch(() => undefined);
}
