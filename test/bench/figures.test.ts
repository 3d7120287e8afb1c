import { type Load, median, ofRounds, percentile, round } from '../../bench/figures';
import { header, lineOf, rowOf } from '../../bench/table';

const load = (more: Partial<Load> = {}): Load => ({
  requests: 100,
  rps: 50,
  p50: 10,
  p99: 40,
  failures: 0,
  ownCpu: 0.2,
  serverCpu: 1,
  ...more,
});

describe('数字怎么算', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  test.each([
    ['没有', [], 0.5, 0],
    ['一个', [7], 0.99, 7],
    ['三个的中间', [1, 2, 3], 0.5, 2],
    ['一百个的中间', hundred, 0.5, 51],
    ['一百个的 99%', hundred, 0.99, 100],
    ['到头也不越界', hundred, 1, 100],
  ])('分位：%s', (_title, values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  test.each([
    ['没有', [], 0],
    ['一个', [3], 3],
    ['奇数个', [9, 1, 5], 5],
    ['偶数个取中间两个的平均', [4, 1, 10, 2], 3],
    ['按数值排，不按文字排', [100, 9, 20], 20],
  ])('中位数：%s', (_title, values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('两位小数', () => expect([1.004, 2.346, 7].map(round)).toEqual([1, 2.35, 7]));

  test('几轮合成一轮：快慢取中位数，次数相加，第一个失败留着', () => {
    const rounds = [load({ rps: 10 }), load({ rps: 90, failures: 2, failure: '500 x' }), load({ rps: 30, p99: 400 })];
    expect(ofRounds(rounds)).toEqual(load({ requests: 300, rps: 30, failures: 2, failure: '500 x' }));
  });
});

describe('一行怎么写', () => {
  const place = {
    name: 'check-in',
    engine: 'sqlite',
    clients: 16,
    checkIns: 10_030,
    stations: 17,
    servers: 1,
  } as const;

  test('约定的九个名字都在，比例是本方比裸写', () => {
    const row = rowOf(place, load({ rps: 450.123, p50: 8, p99: 20 }), 900);
    expect(row).toMatchObject({
      ...{ name: 'check-in', engine: 'sqlite', clients: 16, checkIns: 10_030 },
      ...{ rps: 450.12, p50: 8, p99: 20, referenceRps: 900, ratio: 0.5, spread: 2.5 },
    });
  });

  test('没有对照，也没有请求：是零，不是除不尽', () => {
    const row = rowOf(place, load({ rps: 0, p50: 0, p99: 0 }), 0);
    expect(row).toMatchObject({ ratio: 0, spread: 0 });
  });

  test('表头与各行对齐', () => {
    expect(lineOf(rowOf(place, load(), 100))).toHaveLength(header().length);
  });
});
