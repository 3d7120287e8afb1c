interface Index {
  /** The document's field, top level. */
  readonly field: string;
  readonly type: 'text' | 'number';
  /** The field is an array and each element is found. */
  readonly many?: true;
}

const text = (field: string): Index => ({ field, type: 'text' });
const number = (field: string): Index => ({ field, type: 'number' });
const manyText = (field: string): Index => ({ field, type: 'text', many: true });

/**
 * Every collection and what it may be searched by. Adapters make their indexes from this and refuse any other field.
 * `queries` lists the combinations that are asked, equality first and the ordered field last: one index each.
 */
export const COLLECTIONS = {
  persons: { fields: [manyText('roleKeys')], queries: [['roleKeys']] },
  enterprises: {
    fields: [text('district'), text('uscc'), text('shortCode')],
    queries: [['district', 'shortCode'], ['uscc']],
  },
  stations: { fields: [text('district')], queries: [['district']] },
  designations: {
    fields: [text('stationYear'), text('enterpriseId')],
    queries: [['stationYear'], ['enterpriseId']],
  },
  visits: {
    fields: [
      text('stationId'),
      text('day'),
      text('enterpriseId'),
      manyText('people'),
      number('dueAt'),
      manyText('awaits'),
      manyText('leftDays'),
      text('untallied'),
    ],
    queries: [
      ['stationId', 'day'],
      ['day'],
      ['enterpriseId', 'day'],
      ['people', 'day'],
      ['dueAt'],
      ['awaits', 'day'],
      ['leftDays'],
      ['untallied'],
    ],
  },
  attempts: { fields: [text('personId'), number('at')], queries: [['personId', 'at']] },
  standings: {
    fields: [text('stationYear'), number('validUntil')],
    queries: [['stationYear'], ['stationYear', 'validUntil']],
  },
  progress: { fields: [number('year'), number('validUntil')], queries: [['year'], ['validUntil']] },
  notices: { fields: [text('personId'), number('at')], queries: [['personId', 'at']] },
  invitations: { fields: [], queries: [] },
  settings: { fields: [], queries: [] },
  audit: { fields: [text('day')], queries: [['day']] },
} as const satisfies Record<string, { fields: readonly Index[]; queries: readonly (readonly string[])[] }>;

export type CollectionName = keyof typeof COLLECTIONS;

/** Declared index fields of a collection, widened for adapters. */
export const indexesOf = (name: CollectionName): readonly Index[] => COLLECTIONS[name].fields;
export type { Index };
