import type { Kysely } from 'kysely';
import { type Prepared, prepare } from '../../cloudfunctions/_core/changes';
import type { CollectionName } from '../../cloudfunctions/_core/collections';
import { page, plan } from '../../cloudfunctions/_core/plan';
import type { Doc, Key, Store } from '../../cloudfunctions/_core/store';
import type { MovableStore } from '../move/depot';
import { depotOver, type Rows } from './depot';
import { findTemplate, findValues, getTemplate, shapeOf, type Tables, type Template, type Values } from './templates';

/** What differs between SQL engines: how a statement is run and how a commit is made whole. */
export interface Engine {
  /** Writes SQL in the engine's dialect; the engine itself runs it. */
  readonly db: Kysely<Tables>;
  readonly rows: Rows;
  /** Lets `look` read what one moment held, whatever is written meanwhile. */
  snapshot<T>(look: (rows: Rows) => Promise<T>): Promise<T>;
  commit(changes: readonly Prepared[]): Promise<'done' | 'conflict'>;
  close(): Promise<void>;
}

/** The store over any SQL engine; SQL is written once for each shape of call. */
export function sqlStore(engine: Engine): MovableStore {
  const templates = new Map<string, Template>();
  const cached = (shape: string, make: () => Template): Template => {
    const known = templates.get(shape);
    if (known) return known;
    const made = make();
    templates.set(shape, made);
    return made;
  };
  let trips = 0;

  return {
    async get<D extends Doc>(keys: readonly Key[]): Promise<(D | undefined)[]> {
      if (keys.length === 0) return [];
      const { counts, values } = spread(keys);
      const shape = counts.map(([collection, count]) => `${collection} ${count}`).join();
      trips += 1;
      const rows = await engine.rows(
        cached(shape, () => getTemplate(engine.db, counts)),
        values,
      );
      const found = new Map<string, D>();
      for (const [collection, body] of rows as readonly [string, string][]) {
        const doc = JSON.parse(body) as D;
        found.set(`${collection} ${doc.id}`, doc);
      }
      return keys.map(({ collection, id }) => found.get(`${collection} ${id}`));
    },

    async find<D extends Doc>(query: Parameters<Store['find']>[0]) {
      const planned = plan(query);
      trips += 1;
      const rows = await engine.rows(
        cached(shapeOf(planned), () => findTemplate(engine.db, planned)),
        findValues(planned),
      );
      return page(
        planned,
        rows.map(([body]) => JSON.parse(body as string) as D),
      );
    },

    async commit(changes, aside = []) {
      const prepared = prepare([...changes, ...aside]);
      if (prepared.length === 0) return 'done';
      trips += 1;
      return engine.commit(prepared);
    },

    ...depotOver(engine),
    trips: () => trips,
    close: () => engine.close(),
  };
}

/** Ids by collection. The places are a power of two, filled up with the last id, so that there are few shapes. */
function spread(keys: readonly Key[]): { counts: readonly (readonly [CollectionName, number])[]; values: Values } {
  const ids = new Map<CollectionName, string[]>();
  for (const { collection, id } of keys) {
    const list = ids.get(collection);
    if (list) list.push(id);
    else ids.set(collection, [id]);
  }
  const values: Record<string, string | undefined> = {};
  const counts = [...ids]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([collection, list]) => {
      const count = 2 ** Math.ceil(Math.log2(list.length));
      for (let i = 0; i < count; i++) values[`${collection}.${i}`] = list[Math.min(i, list.length - 1)];
      return [collection, count] as const;
    });
  return { counts, values };
}
