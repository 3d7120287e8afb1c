import fc from 'fast-check';
import type { Change, Draft, Query } from '../../cloudfunctions/_core/store';
import { check, findAll, insert, type Opener, put, type Sample, visit } from './store.contract';

const IDS = ['a', 'b', 'c', 'd', 'é', '甲', '😀', 'v:1'];
const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03'];
const PEOPLE = ['p', 'q', 'r'];

const draft = (id: string): fc.Arbitrary<Draft & Record<string, unknown>> =>
  fc.record(
    {
      id: fc.constant(id),
      scope: fc.constantFrom('st1', 'st2'),
      stationId: fc.constantFrom('s', 't'),
      day: fc.constantFrom(...DAYS, null),
      people: fc.array(fc.constantFrom(...PEOPLE), { maxLength: 4 }),
      dueAt: fc.constantFrom(-1.5, 0, 7, 1e12, null),
      free: fc.jsonValue({ maxDepth: 3 }),
    },
    { requiredKeys: ['id', 'scope'] },
  ) as fc.Arbitrary<Draft & Record<string, unknown>>;

const change = (id: string): fc.Arbitrary<Change> => {
  const rev = fc.integer({ min: 1, max: 3 });
  return fc.oneof(
    draft(id).map((doc) => insert(doc)),
    fc.tuple(draft(id), rev).map(([doc, from]) => put(doc, from)),
    fc.integer({ min: 0, max: 3 }).map((from) => check(id, from)),
  );
};

const commits: fc.Arbitrary<Change[][]> = fc.array(
  fc.subarray(IDS, { minLength: 1, maxLength: 3 }).chain((ids) => fc.tuple(...ids.map(change))),
  { minLength: 5, maxLength: 30 },
);

const queries: fc.Arbitrary<Query> = fc
  .record({
    station: fc.option(fc.constantFrom('s', 't')),
    person: fc.option(fc.constantFrom(...PEOPLE)),
    from: fc.option(fc.constantFrom(...DAYS)),
    to: fc.option(fc.constantFrom(...DAYS)),
    by: fc.option(fc.constantFrom('day', 'dueAt')),
    down: fc.boolean(),
    limit: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ station, person, from, to, by, down, limit }) => ({
    collection: 'visits' as const,
    eq: { ...(station && { stationId: station }), ...(person && { people: person }) },
    ...((from || to) && { range: { field: 'day', ...(from && { from }), ...(to && { to }) } }),
    ...(by && { order: { field: by, down } }),
    limit,
  }));

/** The store as anyone would write it who had nothing but a map. */
function model() {
  const docs = new Map<string, Sample>();
  const holds = (one: Change): boolean => {
    if (one.kind === 'insert') return !docs.has(one.doc.id);
    const id = one.kind === 'put' ? one.doc.id : one.id;
    return (docs.get(id)?.rev ?? 0) === one.rev;
  };
  const matches = ({ eq = {}, range, order }: Query, doc: Sample): boolean => {
    const { day } = doc;
    if (eq.stationId !== undefined && doc.stationId !== eq.stationId) return false;
    if (eq.people !== undefined && !doc.people?.includes(eq.people as string)) return false;
    if (range && (typeof day !== 'string' || day < (range.from ?? '') || day > (range.to ?? '9'))) return false;
    return !order || (doc[order.field] ?? null) !== null;
  };
  const less = (a: unknown, b: unknown): number =>
    typeof a === 'number' ? a - (b as number) : Buffer.compare(Buffer.from(a as string), Buffer.from(b as string));
  return {
    docs,
    commit(changes: readonly Change[]): 'done' | 'conflict' {
      if (!changes.every(holds)) return 'conflict';
      for (const one of changes)
        if (one.kind !== 'check')
          docs.set(one.doc.id, { ...one.doc, rev: one.kind === 'insert' ? 1 : one.rev + 1 } as Sample);
      return 'done';
    },
    find(query: Query): Sample[] {
      const { field, down } = query.order ?? { field: 'id' };
      return [...docs.values()]
        .filter((doc) => matches(query, doc))
        .sort((a, b) => (less(a[field], b[field]) || less(a.id, b.id)) * (down ? -1 : 1));
    },
  };
}

/** Any history and any question: the adapter and the map say the same. */
export function storeProperty(name: string, open: Opener, numRuns: number): void {
  test(`任意提交序列与一张表的模型一致 · ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(commits, fc.array(queries, { minLength: 1, maxLength: 6 }), async (history, asked) => {
        const { store, close } = await open();
        try {
          const expected = model();
          for (const changes of history) expect(await store.commit(changes)).toBe(expected.commit(changes));
          const docs = await store.get(IDS.map(visit));
          expect(JSON.stringify(docs)).toBe(JSON.stringify(IDS.map((id) => expected.docs.get(id))));
          for (const query of asked)
            expect((await findAll(store, query)).map(({ id }) => id)).toEqual(expected.find(query).map(({ id }) => id));
        } finally {
          await close();
        }
      }),
      { numRuns },
    );
  });
}
