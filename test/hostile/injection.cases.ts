import { BadCursor } from '../../cloudfunctions/_core/cursor';
import type { Change, Doc, Query, Store } from '../../cloudfunctions/_core/store';
import { CENTER, GUEST, GUEST_2, LI, YQ_STATION } from '../journey/cast';
import { planInput } from '../journey/steps';
import { openWorld } from '../journey/world';

type Opener = () => Promise<{ readonly store: Store; close(): Promise<void> }>;

/** Text that some engine somewhere takes for more than text. All of it may be a key. */
const TEXTS: readonly string[] = [
  "'",
  "''",
  '"',
  '`',
  "' OR '1'='1",
  '" OR "1"="1',
  "'; DROP TABLE visits; --",
  "1'; UPDATE visits SET rev = 0; --",
  "x' UNION SELECT body FROM persons --",
  '/* */',
  '--',
  '$1',
  '$$',
  '?',
  ':id',
  '@id',
  '{}',
  '[]',
  '\\',
  "\\'",
  '\\x27',
  'E\\u0027',
  '%',
  '_',
  '*',
  '.*',
  '^a',
  '(?:)',
  'null',
  'NULL',
  'true',
  '0',
  '{"$ne":null}',
  '{"$gt":""}',
  '{"$regex":".*"}',
  '{"$oid":"0123456789abcdef01234567"}',
  '{"$numberInt":"1"}',
  '$ne',
  '$where',
  '$$ROOT',
  'a.b',
  'a.$.b',
  '__proto__',
  'constructor',
  'toString',
  'a\nb',
  '\u202E',
  '甲',
  '👩🏽‍🔬',
  ' ',
];

/** What is put where a value is expected, so that it be taken for an operator. */
const OPERATORS: readonly unknown[] = [
  null,
  true,
  [],
  ['day'],
  {},
  { $ne: null },
  { $gt: '' },
  { $in: ['2026-03-10'] },
  { $regex: '.*' },
  { $where: 'true' },
  { $exists: true },
  { _eq: 'x' },
  { operator: 'neq', operands: [null], fieldName: 'day' },
  { toString: () => "' OR '1'='1" },
  /.*/,
  new Date(0),
  Symbol('neq'),
  1n,
  Number.NaN,
];

/** What is put where the name of a field is expected. */
const FIELDS: readonly string[] = [
  'body',
  'rev',
  'scope',
  'id',
  '_id',
  '*',
  'day" IS NOT NULL OR "day',
  "day' --",
  'day; DROP TABLE visits',
  'day.x',
  '$where',
  '$or',
  '__proto__',
  'constructor',
  'toString',
  '',
];

const insert = (id: string, more: object = {}): Change => ({
  kind: 'insert',
  collection: 'visits',
  doc: { id, scope: 's', ...more },
});

/** No engine takes what somebody typed for anything but a value. One line for each adapter. */
export function injectionCases(name: string, open: Opener): void {
  describe(`注入 · ${name}`, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const ids = async (query: Omit<Query, 'collection'>): Promise<readonly string[]> =>
      (await store.find({ collection: 'visits', limit: 1000, ...query })).docs.map((one: Doc) => one.id);

    test('作编号、作值、在数组里：只当作这段文字本身', async () => {
      for (const text of TEXTS)
        await store.commit([insert(text, { stationId: `of ${text}`, day: text, people: [text, 'everybody'] })]);
      for (const text of TEXTS) {
        expect(await store.get([{ collection: 'visits', id: text }])).toMatchObject([{ id: text }]);
        expect(await store.get([{ collection: 'visits', id: `${text}x` }])).toEqual([undefined]);
        expect(await store.get([{ collection: 'persons', id: text }])).toEqual([undefined]);
        expect(await ids({ eq: { day: text } })).toEqual([text]);
        expect(await ids({ eq: { people: text } })).toEqual([text]);
        expect(await ids({ eq: { people: text, stationId: `of ${text}` } })).toEqual([text]);
        expect(await ids({ eq: { stationId: text } })).toEqual([]);
        expect(await ids({ range: { field: 'day', from: text, to: text }, order: { field: 'day' } })).toEqual([text]);
      }
      expect(await ids({ eq: { people: 'everybody' } })).toHaveLength(TEXTS.length);
    });

    test('一页一页翻，翻到的地方是什么文字都一样', async () => {
      for (const text of TEXTS) await store.commit([insert(text, { stationId: 's', day: text })]);
      const found: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await store.find<Doc>({
          collection: 'visits',
          eq: { stationId: 's' },
          order: { field: 'day' },
          limit: 3,
          ...(cursor !== undefined && { cursor }),
        });
        found.push(...page.docs.map((one) => one.id));
        cursor = page.cursor;
        if (cursor === undefined) break;
      }
      expect([...found].sort()).toEqual([...TEXTS].sort());
    });

    test('文档里是什么都原样还来，不改动旁边的文档', async () => {
      await store.commit([insert('beside', { day: '2026-03-10' })]);
      const before = await store.get([{ collection: 'visits', id: 'beside' }]);
      const inside = Object.fromEntries(TEXTS.map((text) => [text, { [text]: text }]));
      await store.commit([insert('v', { inside, $set: { rev: 99 }, $unset: { day: 1 }, 'beside.day': 'x' })]);
      const [doc] = await store.get<Doc>([{ collection: 'visits', id: 'v' }]);
      const next = { ...doc, $inc: { rev: 5 } } as unknown as Doc;
      expect(await store.commit([{ kind: 'put', collection: 'visits', doc: next, rev: 1 }])).toBe('done');
      expect(await store.get([{ collection: 'visits', id: 'v' }])).toEqual([
        {
          id: 'v',
          scope: 's',
          rev: 2,
          inside,
          $set: { rev: 99 },
          $unset: { day: 1 },
          'beside.day': 'x',
          $inc: { rev: 5 },
        },
      ]);
      expect(await store.get([{ collection: 'visits', id: 'beside' }])).toEqual(before);
    });

    test('该是值的地方放运算符：不问引擎就不收', async () => {
      await store.commit([insert('v', { day: '2026-03-10', people: ['p'], dueAt: 1 })]);
      const trips = store.trips();
      for (const operator of OPERATORS) {
        const value = operator as string;
        for (const query of [
          { eq: { day: value } },
          { eq: { people: value } },
          { eq: { dueAt: value } },
          { range: { field: 'day', from: value } },
          { range: { field: 'day', to: value } },
        ])
          await expect(ids(query)).rejects.toThrow(TypeError);
        await expect(store.commit([insert(value)])).rejects.toThrow(TypeError);
        const wrong = { kind: 'put', collection: 'visits', doc: { id: 'v', scope: 's' }, rev: operator } as Change;
        await expect(store.commit([wrong])).rejects.toThrow(TypeError);
        await expect(store.commit([{ ...wrong, kind: 'check', id: 'v' } as Change])).rejects.toThrow(TypeError);
      }
      expect(store.trips()).toBe(trips);
      expect(await store.get([{ collection: 'visits', id: 'v' }])).toMatchObject([{ rev: 1, day: '2026-03-10' }]);
    });

    test.each(FIELDS)('没有声明的字段名 %j 不查、不排', async (field) => {
      await store.commit([insert('v', { day: '2026-03-10' })]);
      const trips = store.trips();
      await expect(ids({ eq: Object.fromEntries([[field, 'x']]) })).rejects.toThrow(TypeError);
      await expect(ids({ range: { field, from: 'x' } })).rejects.toThrow(TypeError);
      await expect(ids({ order: { field } })).rejects.toThrow(TypeError);
      expect(store.trips()).toBe(trips);
    });

    test('编造的翻页位置：说是坏的，不问引擎', async () => {
      await store.commit([insert('v', { day: '2026-03-10' })]);
      const trips = store.trips();
      const made = [
        ...OPERATORS.filter((one) => !['symbol', 'bigint'].includes(typeof one) && !(one instanceof Date)).map(
          (one) => [one, 'v'],
        ),
        [{ $gt: '' }, { $ne: null }],
        ['2026-03-10', { $ne: null }],
        ['a\0', 'v'],
        ['2026-03-10', 'v\0'],
        ['2026-03-10', 'x'.repeat(501)],
        ['2026-03-10'],
        ['2026-03-10', 'v', 'w'],
        { 0: '2026-03-10', 1: 'v', length: 2 },
        "' OR 1=1",
      ].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
      const halves = Buffer.from('["\\ud800","v"]').toString('base64url');
      for (const cursor of [...made, halves, '', ' ', '[', '$', '%00', "'; --"])
        await expect(ids({ order: { field: 'day' }, cursor })).rejects.toThrow(BadCursor);
      const infinite = Buffer.from('[1e999,"v"]').toString('base64url');
      await expect(ids({ order: { field: 'dueAt' }, cursor: infinite })).rejects.toThrow(BadCursor);
      expect(store.trips()).toBe(trips);
    });
  });

  describe(`从接口进来的注入 · ${name}`, () => {
    test('人填的文字原样存、原样给，搜索只按字面', async () => {
      const { store, close } = await open();
      const world = await openWorld(async () => store);
      const topics = TEXTS.filter((text) => text.trim() === text && !/[\u202E]/.test(text)).slice(0, 24);
      for (const topic of topics) {
        const { visitId } = await world.as(YQ_STATION).ok('visit.plan', planInput(world, { topic }));
        expect((await world.as(LI).ok('visit.get', { visitId })).visit.topic).toBe(topic);
      }
      for (const query of ['%', '_', '.*', '*', "'", '{"$ne":null}', '$where', '\\', '甲%']) {
        expect((await world.as(CENTER).ok('enterprise.list', { query })).enterprises).toEqual([]);
        expect((await world.as(CENTER).ok('commissioner.list', { query })).commissioners).toEqual([]);
      }
      await close();
    });

    test('按单位名找人：只找到这一个名字的', async () => {
      const { store, close } = await open();
      const world = await openWorld(async () => store);
      const orgs = ['%', '_', "' OR '1'='1", '{"$ne":null}'];
      const center = world.as(CENTER);
      for (const [i, org] of orgs.entries()) {
        const { invitation } = await center.ok('account.invite', {
          nonce: world.nonce(),
          role: 'party',
          scope: { org },
        });
        await world.as([GUEST, GUEST_2][i % 2] as string).ok('account.redeem', { invitation, name: `第 ${i} 人` });
      }
      for (const org of orgs) {
        const { members } = await center.ok('account.members', { role: 'party', scope: { org } });
        expect(members.map((one) => one.grant.org)).toEqual([org]);
      }
      expect((await center.ok('account.members', { role: 'party', scope: { org: '*' } })).members).toEqual([]);
      await close();
    });
  });
}
