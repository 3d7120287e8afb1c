import { createHash, type Hash } from 'node:crypto';
import { brokenAt } from '../cloudfunctions/_core/chain';
import type { CollectionName } from '../cloudfunctions/_core/collections';
import { dayRoot, leftSince } from '../cloudfunctions/_core/day-root';
import type { AuditRootDoc, Logged, VisitDoc } from '../cloudfunctions/_core/documents';
import { findAll } from '../cloudfunctions/_core/recount';
import type { Doc, Query, Store } from '../cloudfunctions/_core/store';

const LOGGED: readonly CollectionName[] = [
  'persons',
  'enterprises',
  'stations',
  'designations',
  'invitations',
  'settings',
];
const PAGE = 1000;

export type Verdict =
  | {
      readonly kind: 'whole';
      readonly histories: number;
      readonly roots: readonly AuditRootDoc[];
      /** One hash over the last lines of all histories as they are now: equal ones, equal histories. */
      readonly root: string;
    }
  /** The line that no longer fits the one before it. */
  | { readonly kind: 'broken'; readonly collection: CollectionName; readonly id: string; readonly line: number }
  /** Whole histories of the day are missing, or were written anew with fresh seals. */
  | { readonly kind: 'root-differs'; readonly day: string; readonly sealed: string; readonly found: string };

/**
 * Every chained history of a store from its first line, and every daily root from the histories. Ends at the first flaw.
 * Memory holds the visits of one day at a time.
 */
export async function verifyHistories(store: Store): Promise<Verdict> {
  const heads = createHash('sha256');
  let histories = 0;
  for (const collection of LOGGED)
    for await (const { id, log } of each<Doc & Logged>(store, { collection })) {
      const line = brokenAt(log);
      if (line !== undefined) return { kind: 'broken', collection, id, line };
      histories += 1;
      addHead(heads, id, log);
    }
  const roots = await findAll<AuditRootDoc>(store, { collection: 'audit', order: { field: 'day' } });
  const sealed = new Map(roots.map((one) => [one.day, one.root]));
  for await (const { day, visits } of byDay(store)) {
    for (const { id, history } of visits) {
      const line = brokenAt(history);
      if (line !== undefined) return { kind: 'broken', collection: 'visits', id, line };
      histories += 1;
      addHead(heads, id, history);
    }
    const flaw = await differing(store, day, sealed.get(day), visits);
    if (flaw) return flaw;
    sealed.delete(day);
  }
  // Days of which nothing is left.
  for (const [day, root] of sealed) {
    const flaw = await differing(store, day, root, []);
    if (flaw) return flaw;
  }
  return { kind: 'whole', histories, roots, root: heads.digest('base64url').slice(0, 22) };
}

const addHead = (heads: Hash, id: string, history: readonly { readonly hash: string }[]): void => {
  heads.update(`${id} ${history[history.length - 1]?.hash ?? ''}\n`);
};

async function differing(
  store: Store,
  day: string,
  root: string | undefined,
  visits: readonly VisitDoc[],
): Promise<Verdict | undefined> {
  if (root === undefined) return undefined;
  const found = dayRoot([...visits, ...(await leftSince(store, day))], day).root;
  return found === root ? undefined : { kind: 'root-differs', day, sealed: root, found };
}

async function* each<D extends Doc>(store: Store, query: Query): AsyncGenerator<D> {
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await store.find<D>({ ...query, limit: PAGE, ...(cursor !== undefined && { cursor }) });
    yield* page.docs;
    cursor = page.cursor;
  }
}

/** A day's visits in the order of their ids, one day after another. */
async function* byDay(store: Store): AsyncGenerator<{ readonly day: string; readonly visits: readonly VisitDoc[] }> {
  let visits: VisitDoc[] = [];
  for await (const visit of each<VisitDoc>(store, { collection: 'visits', order: { field: 'day' } })) {
    const day = visits[0]?.day ?? visit.day;
    if (visit.day !== day) {
      yield { day, visits };
      visits = [];
    }
    visits.push(visit);
  }
  const [last] = visits;
  if (last) yield { day: last.day, visits };
}
