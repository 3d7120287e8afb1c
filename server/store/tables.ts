import { COLLECTIONS, type CollectionName, type Index, indexesOf } from '../../cloudfunctions/_core/collections';

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** One row per element of an array field, with the fields that its queries order by beside it. */
export interface SideTable {
  readonly name: string;
  readonly field: Index;
  /** Fields copied from the main table. */
  readonly columns: readonly string[];
  /** Columns after `value`, one index each. */
  readonly orders: readonly (readonly string[])[];
}

export interface MainTable {
  readonly name: CollectionName;
  readonly fields: readonly Index[];
  readonly indexes: readonly (readonly string[])[];
  readonly sides: readonly SideTable[];
}

/** Tables are derived from COLLECTIONS alone: everything beside `body` can be made anew from it. */
export const TABLES: readonly MainTable[] = COLLECTION_NAMES.map((name) => {
  const fields = indexesOf(name);
  const queries: readonly (readonly string[])[] = COLLECTIONS[name].queries;
  const many = fields.filter((one) => one.many);
  const isMany = (field: string): boolean => many.some((one) => one.field === field);
  return {
    name,
    fields,
    indexes: queries.filter((query) => !query.some(isMany)),
    sides: many.map((field) => {
      const orders = queries
        .filter((query) => query.includes(field.field))
        .map((query) => query.filter((one) => one !== field.field && !isMany(one)));
      return { name: `${name}_${field.field}`, field, columns: [...new Set(orders.flat())], orders };
    }),
  };
});

export const sideTable = (collection: CollectionName, field: string): SideTable | undefined =>
  TABLES.find(({ name }) => name === collection)?.sides.find((side) => side.field.field === field);
