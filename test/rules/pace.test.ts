import { elapsedShare, evenPace, type Item, projection, steps, windowOf } from '../../shared/station';

const WINDOW = windowOf(2026, 'acceptance');
const item = (day: string | null, status: Item['status'] = 'counted'): Item => ({
  metric: 'contacted',
  enterpriseId: `E-${day}`,
  status,
  because: 'two-sided',
  day,
  visitIds: [],
  facts: {},
});
const times = (n: number, day: string): readonly Item[] => Array.from({ length: n }, () => item(day));

describe('STN-07-9 时间进度', () => {
  test.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-01-31', 31],
    ['2026-10-30', 303],
    ['2026-10-31', 304],
    ['2026-11-01', 304],
    ['2027-05-01', 304],
  ])('%s 已过 %d 天，共 304 天', (today, days) => {
    expect(elapsedShare(WINDOW, today)).toEqual({ days, of: 304 });
  });
  test('闰年多一天', () => {
    expect(elapsedShare(windowOf(2024, 'calendarYear'), '2024-12-31')).toEqual({ days: 366, of: 366 });
  });
  test.each([
    [80, '2025-12-31', 0],
    [80, '2026-01-01', 0],
    [80, '2026-01-04', 1],
    [80, '2026-06-01', 40],
    [80, '2026-10-30', 79],
    [80, '2026-10-31', 80],
    [80, '2026-12-31', 80],
  ])('目标 %d，到 %s 匀速应有 %d（舍去零头）', (target, today, pace) => {
    expect(evenPace(target, WINDOW, today)).toBe(pace);
  });
});

describe('STN-07-9 累计线只画事实', () => {
  test('按日累计，待定和不计的不画，没有日子的不画', () => {
    const items = [
      item('2026-03-05'),
      item('2026-03-02'),
      item('2026-03-02'),
      item('2026-03-03', 'pending'),
      item('2026-03-04', 'excluded'),
      item(null),
    ];
    expect(steps(items)).toEqual([
      { day: '2026-03-02', total: 2 },
      { day: '2026-03-05', total: 3 },
    ]);
    expect(steps([])).toEqual([]);
  });
});

describe('STN-07-9 推算与事实分开', () => {
  test('按最近八周的步子推到窗口最后一天', () => {
    const items = [...times(8, '2026-08-01'), ...times(10, '2026-01-10'), item('2026-08-02', 'pending')];
    expect(projection(items, WINDOW, '2026-09-05')).toEqual({ at: '2026-10-31', total: 18 + 8, perWeek: 1, weeks: 8 });
  });
  test.each([
    ['2026-07-11', 0],
    ['2026-07-12', 0.125],
    ['2026-09-05', 0.125],
  ])('八周是 56 天，含今天：%s 的一次，每周 %d', (day, perWeek) => {
    expect(projection([item(day)], WINDOW, '2026-09-05')?.perWeek).toBe(perWeek);
  });
  test('推算舍去零头', () => {
    expect(projection(times(1, '2026-09-01'), WINDOW, '2026-09-05')?.total).toBe(2);
    expect(projection(times(1, '2026-09-06'), WINDOW, '2026-09-06')?.total).toBe(1);
  });
  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-10-30', true],
    ['2026-10-31', false],
    ['2026-11-01', false],
  ])('窗口之外、最后一天不推算：%s', (today, projected) => {
    expect(projection([], WINDOW, today) !== null).toBe(projected);
  });
});
