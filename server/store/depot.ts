import type { Kysely } from 'kysely';
import { toStored } from '../../cloudfunctions/_core/stored';
import type { Depot } from '../move/depot';
import type { Engine } from './sql';
import { countTemplate, findTemplate, findValues, type Tables, type Template, type Values } from './templates';

/** Runs a statement and answers its rows. */
export type Rows = (template: Template, values: Values) => Promise<readonly (readonly unknown[])[]>;

/** The way in and out for whole stores, over any SQL engine. */
export function depotOver({ db, snapshot, commit }: Pick<Engine, 'db' | 'snapshot' | 'commit'>): Depot {
  return {
    snapshot: (look) => snapshot((rows) => look({ count: countOf(db, rows), bodies: bodiesOf(db, rows) })),
    load: (documents) =>
      commit(
        documents.map(({ collection, doc }) => ({
          kind: 'insert',
          collection,
          from: 0,
          ...toStored(collection, doc, doc.rev),
        })),
      ),
  };
}

type Looking = Parameters<Parameters<Depot['snapshot']>[0]>[0];

const countOf =
  (db: Kysely<Tables>, rows: Rows): Looking['count'] =>
  async (collection) =>
    Number((await rows(countTemplate(db, collection), {}))[0]?.[0]);

const bodiesOf =
  (db: Kysely<Tables>, rows: Rows): Looking['bodies'] =>
  async (collection, after, limit) => {
    const plan = { collection, eq: [], down: false, limit: limit - 1, after: { value: null, id: after } };
    return (await rows(findTemplate(db, plan), findValues(plan))).map(([body]) => body as string);
  };
