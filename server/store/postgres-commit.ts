import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Prepared } from '../../cloudfunctions/_core/changes';
import { type CollectionName, indexesOf } from '../../cloudfunctions/_core/collections';
import { slot, storedValues, type Tables, type Template, template, type Values } from './templates';

/** Row that everybody wants: taken last, so that it is held for the shortest time. */
const HOT: readonly CollectionName[] = ['progress'];

interface Step {
  readonly kind: 'insert' | 'absent' | 'put' | 'check';
  readonly collection: CollectionName;
  readonly changes: readonly Prepared[];
}

export interface Commit {
  readonly template: Template;
  readonly values: Values;
  /** Rows that come back from a commit that was carried out. */
  readonly rows: number;
}

/**
 * Writes a whole commit as one statement, and its text once for each shape of commit.
 *
 * Locks are taken in one order by all commits, so that no two wait for each other: first what must not be there yet,
 * then what must be there, each by collection and id.
 */
export function commitsIn(db: Kysely<Tables>): (changes: readonly Prepared[]) => Commit {
  const known = new Map<string, Template>();
  return (changes) => {
    const steps = stepsOf(changes);
    const shape = steps
      .map(({ kind, collection, changes: { length } }) => `${kind} ${collection} ${length > 1}`)
      .join();
    const made = known.get(shape) ?? template({ compile: () => statement(steps).compile(db) });
    known.set(shape, made);
    return { template: made, values: valuesOf(steps), rows: 1 };
  };
}

function stepsOf(changes: readonly Prepared[]): readonly Step[] {
  const isHot = ({ collection }: Prepared): number => (HOT.includes(collection) ? 1 : 0);
  const ordered = [
    ...changes.filter(({ from }) => from === 0),
    ...changes.filter(({ from }) => from > 0).sort((a, b) => isHot(a) - isHot(b)),
  ];
  const steps: { kind: Step['kind']; collection: CollectionName; changes: Prepared[] }[] = [];
  for (const change of ordered) {
    const { collection } = change;
    const kind = change.kind === 'check' && change.from === 0 ? 'absent' : change.kind;
    const last = steps[steps.length - 1];
    if (last?.kind === kind && last.collection === collection && (kind === 'insert' || kind === 'put'))
      last.changes.push(change);
    else steps.push({ kind, collection, changes: [change] });
  }
  return steps;
}

/** Columns of a collection with their types, in the order in which they are written. */
const columnsOf = (collection: CollectionName): readonly (readonly [name: string, type: string])[] => [
  ['id', 'text'],
  ['scope', 'text'],
  ['rev', 'int'],
  ['body', 'text'],
  ...indexesOf(collection).map(
    ({ field, type, many }) => [field, type === 'number' && !many ? 'float8' : 'text'] as const,
  ),
];

function valuesOf(steps: readonly Step[]): Values {
  const values: Record<string, unknown> = {};
  steps.forEach(({ kind, collection, changes }, i) => {
    const rows = changes.map((one) => ({
      ...(one.kind === 'check' ? { id: one.id } : storedValues(one)),
      from: one.from,
    })) as readonly Record<string, unknown>[];
    const names = kind === 'insert' || kind === 'put' ? columnsOf(collection).map(([name]) => name) : ['id'];
    for (const name of [...names, 'from'])
      values[`${i}.${name}`] = rows.length > 1 ? rows.map((row) => row[name]) : rows[0]?.[name];
    values[`${i}.count`] = rows.length;
  });
  return values;
}

function statement(steps: readonly Step[]): RawBuilder<unknown> {
  const [only] = steps;
  // What changes at most one row needs nothing to take it back.
  if (only && steps.length === 1 && only.changes.length === 1) return text(only, 0);
  const name = (i: number): RawBuilder<unknown> => sql.ref(`step${i}`);
  const parts = steps.map((step, i) => sql`${name(i)} as (${text(step, i)})`);
  // Asked for in this order, and each is carried out when it is asked for.
  const found = steps.map(
    ({ changes }, i) =>
      sql`expect_changes((select count(*) from ${name(i)}), ${changes.length > 1 ? place(i, 'count') : sql.lit(1)})`,
  );
  return sql`with ${sql.join(parts)} select ${sql.join(found)}`;
}

const place = (i: number, name: string): RawBuilder<unknown> => sql`${slot(`${i}.${name}`)}`;

function text({ kind, collection, changes }: Step, i: number): RawBuilder<unknown> {
  const table = sql.table(collection);
  const at = (name: string): RawBuilder<unknown> => place(i, name);
  const columns = columnsOf(collection);
  const names = columns.map(([name]) => name);
  const lists = (all: typeof columns): RawBuilder<unknown> =>
    sql`unnest(${sql.join(all.map(([name, type]) => sql`${at(name)}::${sql.raw(type)}[]`))})`;
  switch (kind) {
    case 'insert': {
      const rows = changes.length > 1 ? sql`select * from ${lists(columns)}` : sql`values (${sql.join(names.map(at))})`;
      const into = sql`${table} (${sql.join(names.map((one) => sql.ref(one)))})`;
      return sql`insert into ${into} ${rows} on conflict (id) do nothing returning 1`;
    }
    case 'put': {
      const set = (from: (name: string) => RawBuilder<unknown>): RawBuilder<unknown> =>
        sql.join(names.slice(1).map((one) => sql`${sql.ref(one)} = ${from(one)}`));
      if (changes.length === 1)
        return sql`update ${table} set ${set(at)} where id = ${at('id')} and rev = ${at('from')} returning 1`;
      const all = [...columns, ['from', 'int']] as const;
      const given = sql`given(${sql.join(all.map(([one]) => sql.ref(one)))})`;
      // Locked in the order of their ids before the first is written.
      const held = sql`select given.* from ${lists(all)} as ${given}
        join ${table} as held on held.id = given.id and held.rev = given."from" order by given.id for no key update of held`;
      return sql`update ${table} as main set ${set((one) => sql`new.${sql.ref(one)}`)} from (${held}) as new
        where main.id = new.id and main.rev = new."from" returning 1`;
    }
    case 'check':
      return sql`select 1 from ${table} where id = ${at('id')} and rev = ${at('from')} for share`;
    case 'absent':
      return sql`select 1 where hold_absent(${sql.lit(collection)}, ${at('id')})`;
  }
}
