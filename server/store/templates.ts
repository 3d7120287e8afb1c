import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { type CollectionName, indexesOf } from '../../cloudfunctions/_core/collections';
import type { Plan } from '../../cloudfunctions/_core/plan';
import type { Stored } from '../../cloudfunctions/_core/stored';
import { sideTable } from './tables';

/** Tables are made from COLLECTIONS, so their columns are known at run time only. */
export type Tables = Record<string, Record<string, unknown>>;

/** SQL written once for a shape of query, and which value goes into each of its places. */
export interface Template {
  readonly sql: string;
  readonly slots: readonly string[];
  /** It finds one row at the most. */
  readonly single: boolean;
}

export type Values = Readonly<Record<string, unknown>>;

export const bind = (template: Template, values: Values): unknown[] => template.slots.map((slot) => values[slot]);

/** A place in a query that Kysely carries through to the parameters as it is. */
interface Slot {
  readonly slot: string;
}
export const slot = (name: string): unknown => ({ slot: name }) satisfies Slot;

export const template = (query: { compile(): CompiledQuery }, single = false): Template => {
  const { sql: text, parameters } = query.compile();
  return { sql: text, slots: parameters.map((one) => (one as Slot).slot), single };
};

/** Values: `<collection>.<0…count-1>`. Rows: collection, body. */
export function getTemplate(db: Kysely<Tables>, counts: readonly (readonly [CollectionName, number])[]): Template {
  const [first, ...rest] = counts.map(([collection, count]) =>
    db
      .selectFrom(collection)
      .select([sql.lit(collection).as('collection'), 'body'])
      .where(
        'id',
        'in',
        Array.from({ length: count }, (_, i) => slot(`${collection}.${i}`)),
      ),
  );
  if (!first) throw new RangeError('nothing to get');
  const single = counts.length === 1 && counts[0]?.[1] === 1;
  return template(
    rest.reduce((all, one) => all.unionAll(one), first),
    single,
  );
}

/** What decides the text of a query; two plans of one shape differ in values only. */
export const shapeOf = ({ collection, eq, range, by, down, after }: Plan): string =>
  [
    collection,
    eq.map(({ field }) => field).join(),
    range ? `${range.field}${range.from === undefined ? '' : '>'}${range.to === undefined ? '' : '<'}` : '',
    by ?? '',
    down ? 'down' : 'up',
    after ? 'after' : '',
  ].join('|');

/** Values: `eq.<field>`, `from`, `to`, `after`, `id`, `limit`. Rows: body. */
export function findTemplate(db: Kysely<Tables>, { collection, eq, range, by, down, after }: Plan): Template {
  const many = eq.find((one) => one.many);
  const side = many && sideTable(collection, many.field);
  /** A column of the side table where it carries the field, so that its index also orders. */
  const column = (field: string): string => (side?.columns.includes(field) ? `side.${field}` : `main.${field}`);
  const key = side ? 'side.id' : 'main.id';

  let query = side
    ? db.selectFrom(`${side.name} as side`).innerJoin(`${collection} as main`, 'main.id', 'side.id').select('main.body')
    : db.selectFrom(`${collection} as main`).select('main.body');
  for (const one of eq) query = query.where(one.many ? 'side.value' : column(one.field), '=', slot(`eq.${one.field}`));
  if (range?.from !== undefined) query = query.where(column(range.field), '>=', slot('from'));
  if (range?.to !== undefined) query = query.where(column(range.field), '<=', slot('to'));
  if (by) query = query.where(column(by), 'is not', null);
  if (after) {
    const than = sql.raw(down ? '<' : '>');
    query = query.where(
      by
        ? sql<boolean>`(${sql.ref(column(by))}, ${sql.ref(key)}) ${than} (${slot('after')}, ${slot('id')})`
        : sql<boolean>`${sql.ref(key)} ${than} ${slot('id')}`,
    );
  }
  const direction = down ? 'desc' : 'asc';
  if (by) query = query.orderBy(column(by), direction);
  return template(query.orderBy(key, direction).limit(slot('limit') as number));
}

export const findValues = ({ eq, range, after, limit }: Plan): Values => ({
  ...Object.fromEntries(eq.map(({ field, value }) => [`eq.${field}`, value])),
  from: range?.from,
  to: range?.to,
  after: after?.value,
  id: after?.id,
  limit: limit + 1,
});

/** Rows: how many documents there are. */
export const countTemplate = (db: Kysely<Tables>, collection: CollectionName): Template =>
  template(db.selectFrom(collection).select(({ fn }) => fn.countAll().as('count')));

/** The statements of a commit. Values: `id`, `scope`, `rev`, `body`, `from` and every index field. */
export interface ChangeTemplates {
  /** Changes no row where the id is taken. */
  readonly insert: Template;
  /** Changes no row where the rev has moved. Index fields that are not named keep what they hold. */
  put(fields: readonly string[]): Template;
  /** Rows: rev, then every index field in its declared order. */
  readonly held: Template;
}

export function changeTemplates(db: Kysely<Tables>, collection: CollectionName): ChangeTemplates {
  const fields = indexesOf(collection).map(({ field }) => field);
  const places = (names: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(['scope', 'rev', 'body', ...names].map((name) => [name, slot(name)]));
  return {
    insert: template(
      db
        .insertInto(collection)
        .values({ id: slot('id'), ...places(fields) })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    put: (changed) =>
      template(
        db.updateTable(collection).set(places(changed)).where('id', '=', slot('id')).where('rev', '=', slot('from')),
      ),
    held: template(
      db
        .selectFrom(collection)
        .select(['rev', ...fields])
        .where('id', '=', slot('id')),
      true,
    ),
  };
}

/** Values of `insert` and `put`. Arrays are written as JSON: the engine spreads them into their side table. */
export function storedValues({ id, scope, rev, body, index }: Stored): Record<string, unknown> {
  const values: Record<string, unknown> = { id, scope, rev, body };
  for (const [field, value] of Object.entries(index))
    values[field] = Array.isArray(value) ? JSON.stringify(value) : value;
  return values;
}
