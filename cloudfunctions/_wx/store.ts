import { type Prepared, prepare } from '../_core/changes';
import type { CollectionName } from '../_core/collections';
import { page, plan } from '../_core/plan';
import type { Doc, Key, Query, Store } from '../_core/store';
import { findWhere } from './find';
import { addedRecord, isConflict, setFields } from './record';
import type { WxCloud, WxDatabase, WxRecord } from './sdk';
import { commitTogether } from './transaction';

/** One request returns no more than this, whatever is asked. */
const MOST = 1000;

/**
 * The store on CloudBase's document database. A record is `{ _id, scope, rev, body, …index fields }` with the document
 * as JSON text in `body`, so that no key or value of it can be taken for an operator or lose its type.
 */
export function wxStore(cloud: WxCloud): Store {
  const db = cloud.database({ throwOnNotFound: false });
  let trips = 0;
  const sent = (): void => {
    trips += 1;
  };

  return {
    async get<D extends Doc>(keys: readonly Key[]): Promise<(D | undefined)[]> {
      const ids = new Map<CollectionName, Set<string>>();
      for (const { collection, id } of keys) ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
      const found = new Map<string, D>();
      await Promise.all(
        [...ids].flatMap(([collection, wanted]) =>
          slices([...wanted]).map(async (slice) => {
            sent();
            for (const doc of await byId<D>(db, collection, slice)) found.set(`${collection} ${doc.id}`, doc);
          }),
        ),
      );
      return keys.map(({ collection, id }) => found.get(`${collection} ${id}`));
    },

    async find<D extends Doc>(query: Query) {
      const asked = plan(query);
      const planned = { ...asked, limit: Math.min(asked.limit, MOST - 1) };
      const direction = planned.down ? 'desc' : 'asc';
      sent();
      let records = db.collection(planned.collection).where(findWhere(db.command, planned));
      if (planned.by) records = records.orderBy(planned.by, direction);
      const { data } = await records
        .orderBy('_id', direction)
        .limit(planned.limit + 1)
        .field({ body: true })
        .get();
      return page(planned, data.map(docOf<D>));
    },

    async commit(changes, aside = []) {
      const prepared = prepare(changes);
      const later = prepare(aside);
      const [first, ...others] = prepared;
      if (!first) return 'done';
      const done = others.length === 0 ? await commitAlone(db, first, sent) : await commitTogether(db, prepared, sent);
      if (!done) return 'conflict';
      // A transaction would cost four requests more. What was asked for is written; a failure here must not deny it.
      await Promise.allSettled(later.map((change) => commitAlone(db, change, sent)));
      return 'done';
    },

    trips: () => trips,
    close: async () => {},
  };
}

/** One request, no transaction: the server itself makes a single write whole. */
async function commitAlone(db: WxDatabase, change: Prepared, sent: () => void): Promise<boolean> {
  const collection = db.collection(change.collection);
  const { eq } = db.command;
  sent();
  if (change.kind === 'check') {
    const { data } = await collection.doc(change.id).field({ rev: true }).get();
    return (data?.rev ?? 0) === change.from;
  }
  try {
    if (change.kind === 'insert') {
      await collection.add({ data: addedRecord(change) });
      return true;
    }
    const held = collection.where({ _id: eq(change.id), rev: eq(change.from) });
    const { stats } = await held.update({ data: setFields(db.command, change) });
    return stats.updated === 1;
  } catch (failure) {
    if (isConflict(failure)) return false;
    throw failure;
  }
}

async function byId<D extends Doc>(db: WxDatabase, collection: CollectionName, ids: readonly string[]): Promise<D[]> {
  const records = db.collection(collection).where({ _id: db.command.in(ids) });
  const { data } = await records.limit(ids.length).field({ body: true }).get();
  return data.map(docOf<D>);
}

const docOf = <D extends Doc>({ body }: WxRecord): D => JSON.parse(body as string) as D;

const slices = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, i) => ids.slice(i * MOST, (i + 1) * MOST));
