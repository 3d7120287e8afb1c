import { brokenAt } from '../cloudfunctions/_core/chain';
import type { CollectionName } from '../cloudfunctions/_core/collections';
import { dayRoot } from '../cloudfunctions/_core/day-root';
import type { AuditRootDoc, Logged, VisitDoc } from '../cloudfunctions/_core/documents';
import { findAll } from '../cloudfunctions/_core/recount';
import type { Doc, Store } from '../cloudfunctions/_core/store';

const LOGGED: readonly CollectionName[] = [
  'persons',
  'enterprises',
  'stations',
  'designations',
  'invitations',
  'settings',
];

export type Verdict =
  | { readonly kind: 'whole'; readonly histories: number; readonly roots: readonly AuditRootDoc[] }
  /** The line that no longer fits the one before it. */
  | { readonly kind: 'broken'; readonly collection: CollectionName; readonly id: string; readonly line: number }
  /** Whole histories of the day are missing, or were written anew with fresh seals. */
  | { readonly kind: 'root-differs'; readonly day: string; readonly sealed: string; readonly found: string };

/** Every chained history of a store from its first line, and every daily root from the histories. Ends at the first flaw. */
export async function verifyHistories(store: Store): Promise<Verdict> {
  let histories = 0;
  for (const collection of LOGGED)
    for (const { id, log } of await findAll<Doc & Logged>(store, { collection })) {
      const line = brokenAt(log);
      if (line !== undefined) return { kind: 'broken', collection, id, line };
      histories += 1;
    }
  const byDay = new Map<string, VisitDoc[]>();
  for (const visit of await findAll<VisitDoc>(store, { collection: 'visits' })) {
    const line = brokenAt(visit.history);
    if (line !== undefined) return { kind: 'broken', collection: 'visits', id: visit.id, line };
    histories += 1;
    byDay.set(visit.day, [...(byDay.get(visit.day) ?? []), visit]);
  }
  const roots = await findAll<AuditRootDoc>(store, { collection: 'audit', order: { field: 'day' } });
  for (const { day, root } of roots) {
    const found = dayRoot(byDay.get(day) ?? [], day).root;
    if (found !== root) return { kind: 'root-differs', day, sealed: root, found };
  }
  return { kind: 'whole', histories, roots };
}
