/**
 * One at a time per key within this process. Not needed for correctness, the store's revisions are what guards it: it
 * spares the events of one station from conflicting with each other again and again on their progress record.
 */
const tails = new Map<string, Promise<unknown>>();

export async function inTurn<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
  const [key, ...rest] = [...new Set(keys)].sort();
  if (key === undefined) return work();
  const before = tails.get(key) ?? Promise.resolve();
  const mine = before.then(() => inTurn(rest, work));
  const tail = mine.catch(() => undefined);
  tails.set(key, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(key) === tail) tails.delete(key);
  }
}
