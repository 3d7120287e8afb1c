import { append } from '../../cloudfunctions/_core/chain';
import { dayRoot } from '../../cloudfunctions/_core/day-root';
import type { LogEntry, VisitDoc } from '../../cloudfunctions/_core/documents';
import type { Change, Doc, Store } from '../../cloudfunctions/_core/store';
import { openSqlite } from '../../server/store/sqlite';
import { verifyHistories } from '../../server/verify-histories';
import type { VisitEvent } from '../../shared/visit';
import { NOW } from './edge';

const DAY = '2026-03-10';
const HOUR = 3_600_000;

const log = (lines: number): readonly LogEntry[] => {
  let all: readonly LogEntry[] = [];
  for (let i = 0; i < lines; i += 1) all = append<LogEntry>(all, { at: NOW + i, by: 'P1', what: 'x', facts: { i } });
  return all;
};
const history = (...at: readonly number[]): readonly VisitEvent[] =>
  at.reduce<readonly VisitEvent[]>((all, one) => append<VisitEvent>(all, { kind: 'reminded', at: one, by: 'P1' }), []);

const insert = (collection: Change['collection'], id: string, fields: object): Change => ({
  kind: 'insert',
  collection,
  doc: { id, scope: 'city', ...fields },
});
const visit = (id: string, lines: readonly VisitEvent[]): Change =>
  insert('visits', id, { day: DAY, checkIns: [], plan: { day: DAY }, history: lines });

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:');
  await store.commit([
    insert('persons', 'P1', { log: log(3) }),
    visit('v1', history(NOW, NOW + HOUR)),
    visit('v2', history(NOW + 1)),
  ]);
});
afterEach(() => store.close());

const change = async (collection: Change['collection'], id: string, fields: object): Promise<void> => {
  const [doc] = await store.get<Doc>([{ collection, id }]);
  if (!doc) throw new Error('no such document');
  expect(await store.commit([{ kind: 'put', collection, doc: { ...doc, ...fields }, rev: doc.rev }])).toBe('done');
};
const seal = async (): Promise<void> => {
  const { docs } = await store.find<VisitDoc>({ collection: 'visits', eq: { day: DAY } });
  await store.commit([insert('audit', `root:${DAY}`, { day: DAY, ...dayRoot(docs, DAY) })]);
};

describe('核对历史', () => {
  test('没有人动过', async () => {
    await seal();
    expect(await verifyHistories(store)).toMatchObject({
      kind: 'whole',
      histories: 3,
      roots: [{ day: DAY, records: 2 }],
    });
  });

  test.each<[string, (lines: readonly LogEntry[]) => readonly LogEntry[], number]>([
    ['改了一行', (lines) => lines.map((one, i) => (i === 1 ? { ...one, by: 'P2' } : one)), 2],
    ['拿走中间一行', (lines) => lines.filter((_, i) => i !== 1), 2],
    ['拿走第一行', (lines) => lines.slice(1), 1],
    ['换了次序', (lines) => [...lines].reverse(), 1],
    ['插进一行', (lines) => [lines[0] as LogEntry, ...lines], 2],
  ])('%s：指出是哪一行', async (_title, tamper, line) => {
    await change('persons', 'P1', { log: tamper(log(3)) });
    expect(await verifyHistories(store)).toEqual({ kind: 'broken', collection: 'persons', id: 'P1', line });
  });

  test('改了服务的历史：指出是哪一场', async () => {
    await change('visits', 'v1', { history: history(NOW, NOW + HOUR).map((one) => ({ ...one, by: 'P2' })) });
    expect(await verifyHistories(store)).toEqual({ kind: 'broken', collection: 'visits', id: 'v1', line: 1 });
  });

  test.each<[string, readonly VisitEvent[]]>([
    ['整条重写并重新封好', history(NOW + 5, NOW + HOUR)],
    ['截去最后一行', history(NOW)],
    ['整条拿掉', []],
  ])('%s：当日总校验值对不上', async (_title, lines) => {
    await seal();
    await change('visits', 'v1', { history: lines });
    expect(await verifyHistories(store)).toMatchObject({ kind: 'root-differs', day: DAY });
  });

  test('后来的事不改变当日：次日的评价，次日为当日补记的服务', async () => {
    await seal();
    await change('visits', 'v1', { history: history(NOW, NOW + HOUR, NOW + 30 * HOUR) });
    await store.commit([visit('v3', history(NOW + 30 * HOUR))]);
    expect(await verifyHistories(store)).toMatchObject({ kind: 'whole', histories: 4 });
  });
});
