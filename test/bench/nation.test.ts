import type { Shot } from '../../bench/load';
import { type Census, censusOf, checkInsOf } from '../../bench/nation/census';
import { fill } from '../../bench/nation/fill';
import { stationOfNo } from '../../bench/nation/names';
import { CODE_KEYS } from '../../bench/secrets';
import { checkIns, cityProgress, districtProgress, ratings, resolves, stationProgress } from '../../bench/shots';
import type { Deps } from '../../cloudfunctions/_core/context';
import type { ProgressDoc, StandingDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { findAll, recount } from '../../cloudfunctions/_core/recount';
import { handlers } from '../../server/calls';
import type { MovableStore } from '../../server/move/depot';
import { openSqlite } from '../../server/store/sqlite';
import { type Instant, startOf } from '../../shared/kernel/calendar';

/** What the bench puts into a database is what the calls would have written, and what it then asks is accepted. */

const SMALL: Census = { stations: 3, enterprisesOf: 5, commissionersOf: 2, visitsOf: 40 };

async function filled(now: Instant, census = SMALL): Promise<MovableStore> {
  const store = await openSqlite(':memory:');
  await fill(store, census, now);
  return store;
}

describe('多少签到要多少站点', () => {
  test.each([
    [1e4, 17],
    [1e6, 1000],
    [1e7, 10_000],
  ])('%d 次签到', (asked, stations) => {
    const census = censusOf(asked, 10_000);
    expect(census.stations).toBe(stations);
    expect(checkInsOf(census)).toBeGreaterThanOrEqual(asked);
    expect(checkInsOf(census)).toBeLessThan(asked * 1.01);
  });

  test('站点数可以另定：一万个站点，签到还是那么多', () => {
    const census = censusOf(1e6, 10_000, 10_000);
    expect([census.stations, checkInsOf(census)]).toEqual([10_000, 1e6]);
  });
});

// At the year's turn, when ratings have just closed, on an ordinary day.
const MOMENTS = ['2026-01-02', '2026-11-16', '2026-06-10'].map((day) => startOf(day) + 15 * 3_600_000);

describe.each(MOMENTS)('写入的一年（此刻是 %d）', (now) => {
  let store: MovableStore;
  beforeAll(async () => {
    store = await filled(now);
  });
  afterAll(() => store.close());

  test('合计与重算一字不差', async () => {
    const progress = await findAll<ProgressDoc>(store, { collection: 'progress' });
    const before = await findAll<StandingDoc>(store, { collection: 'standings' });
    expect(progress.length).toBeGreaterThanOrEqual(SMALL.stations);
    expect(before.length).toBeGreaterThanOrEqual(SMALL.stations * SMALL.enterprisesOf);
    for (const { stationId, year, counts, setup } of progress) {
      const recounted = await recount(store, stationId, year, now);
      expect(recounted).toMatchObject({ differences: [], counts, progress: { setup } });
    }
    expect(await findAll<StandingDoc>(store, { collection: 'standings' })).toEqual(before);
  });

  test('来访双方都签了、都做完了，没有等着计入的；一半等着评价', async () => {
    const visits = await findAll<VisitDoc>(store, { collection: 'visits' });
    expect(visits).toHaveLength(SMALL.stations * SMALL.visitsOf);
    expect(visits.every((one) => one.checkIns.length === 2 && one.completion && one.untallied === null)).toBe(true);
    expect(visits.filter((one) => one.ratings.length === 0)).toHaveLength(visits.length / 2);
  });
});

describe('问的每一句都答「好」', () => {
  const now = MOMENTS[1] as Instant;
  let store: MovableStore;
  beforeAll(async () => {
    store = await filled(now);
  });
  afterAll(() => store.close());

  const answer = async ({ path, headers, body }: Shot) => {
    const deps: Deps = {
      ...{ store, now: () => now, codeKeys: CODE_KEYS, publicUrl: 'https://bench.example' },
      ...{ demo: false, sessions: null, weChat: null },
    };
    const [personId = ''] = (headers.authorization ?? '').replace('Bearer ', '').split('.');
    return handlers[path.replace('/api/', '')]?.(JSON.parse(body), { personId }, deps);
  };
  const first = (shots: Iterator<Shot>, count: number): Shot[] =>
    Array.from({ length: count }, () => shots.next().value as Shot);

  test.each([
    ['签到', () => checkIns(SMALL), SMALL.stations * SMALL.enterprisesOf * SMALL.commissionersOf],
    ['看码', () => resolves(SMALL), 20],
    ['评价，评完一遍是修改', () => ratings(SMALL, now), SMALL.stations * SMALL.visitsOf],
    ['站点进度', () => stationProgress(SMALL, now), 5],
    ['区的进度', () => districtProgress(SMALL, now), 5],
    ['全市', () => cityProgress(now), 1],
  ])('%s', async (_title, shots, count) => {
    for (const one of first(shots(), count)) expect(await answer(one)).toMatchObject({ ok: true });
  });

  test('签到不重样：每一次都开一场新的来访', async () => {
    const { docs } = await store.find<VisitDoc>({
      ...{ collection: 'visits', eq: { stationId: stationOfNo(0) }, limit: 1000 },
      range: { field: 'day', from: '2026-11-16' },
    });
    const made = docs.filter((one) => one.checkIns.length === 1);
    expect(made).toHaveLength(SMALL.enterprisesOf * SMALL.commissionersOf);
  });
});
