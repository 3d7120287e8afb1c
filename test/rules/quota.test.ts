import { CLAUSES } from '../../shared/policy';
import {
  ACCEPTANCE_ENDS,
  annualTarget,
  CLAUSE_OF,
  METRICS,
  type Metric,
  PERSON_TIMES,
  quota,
  type StationClass,
  type TargetFacts,
} from '../../shared/station';

const count = (counted: number) => ({ counted, pending: 99, excluded: 99 });
const station = (stationClass: StationClass, part: Partial<TargetFacts> = {}): TargetFacts => ({
  stationClass,
  year: 2024,
  ...part,
});

/** Part G, by hand. */
const FIGURES: readonly (readonly [clause: string, StationClass, Metric, number])[] = [
  ['STN-06-A1', 'A', 'contacted', 80],
  ['STN-06-A2', 'A', 'keyServed', 50],
  ['STN-06-A2', 'A', 'zjtx', 10],
  ['STN-06-A2', 'A', 'personTimes', 30],
  ['STN-06-B1', 'B', 'contacted', 50],
  ['STN-06-B1', 'B', 'keyServed', 30],
  ['STN-06-B1', 'B', 'zjtx', 6],
  ['STN-06-B1', 'B', 'personTimes', 15],
  ['STN-06-C1', 'C', 'contacted', 30],
  ['STN-06-C1', 'C', 'keyServed', 20],
  ['STN-06-C1', 'C', 'zjtx', 3],
  ['STN-06-C1', 'C', 'personTimes', 10],
];

describe.each(FIGURES)('%s %s 类 %s 不少于 %d', (clause, stationClass, metric, figure) => {
  test.each([
    [figure - 1, 'unmet', 'target-short'],
    [figure, 'met', 'target-reached'],
    [figure + 1, 'met', 'target-reached'],
    [0, 'unmet', 'target-short'],
  ])('%d：%s', (counted, verdict, because) => {
    expect(quota(station(stationClass), metric, count(counted))).toEqual({
      value: verdict,
      findings: [{ clause, verdict, because, facts: { counted, target: figure, policyYear: 2024, inherited: false } }],
    });
  });
  test('待定和不计入的不算', () => {
    expect(quota(station(stationClass), metric, { counted: figure - 1, pending: 500, excluded: 500 }).value).toBe(
      'unmet',
    );
  });
});

describe('STN-06-A1 STN-06-A2 STN-06-B1 STN-06-C1 标准的出处', () => {
  test('三类四项都有数，没有漏掉的', () => {
    expect(FIGURES).toHaveLength(3 * METRICS.length);
    for (const [clause, stationClass, metric] of FIGURES) {
      expect(CLAUSE_OF[stationClass][metric]).toBe(clause);
      expect(Object.keys(CLAUSES)).toContain(clause);
    }
  });
  test('A 类数对接，B、C 类数驻站', () => {
    expect(PERSON_TIMES).toEqual({ A: 'any', B: 'resident', C: 'resident' });
  });
  test('验收到 10 月 31 日', () => {
    expect(ACCEPTANCE_ENDS).toBe('10-31');
  });
});

describe('STN-06-A1 协议可以提高标准，不能降低', () => {
  test.each([
    [75, 80],
    [80, 80],
    [81, 81],
    [90, 90],
    [0, 80],
  ])('协议写 %d 家，标准是 %d 家', (agreed, target) => {
    expect(annualTarget(station('A', { agreement: { contacted: agreed } }), 'contacted').target).toBe(target);
  });
  test('只影响写了的那一项', () => {
    expect(annualTarget(station('A', { agreement: { contacted: 90 } }), 'keyServed').target).toBe(50);
  });
  test('89 家未达 90，90 家达标', () => {
    const agreed = station('A', { agreement: { contacted: 90 } });
    expect(quota(agreed, 'contacted', count(89)).value).toBe('unmet');
    expect(quota(agreed, 'contacted', count(90)).value).toBe('met');
  });
});

describe('STN-03-A STN-06-A1 以后年度的标准（AMB-05）', () => {
  test('2024 年是自己的标准，设了沿用也不算沿用', () => {
    expect(annualTarget(station('A'), 'contacted')).toEqual({ target: 80, policyYear: 2024, inherited: false });
    expect(annualTarget(station('A', { inheritFrom: 2024 }), 'contacted').inherited).toBe(false);
  });
  test.each([2025, 2026, 2030])('%d 年没有自己的标准：没有设沿用就无法判定，数再多也不猜', (year) => {
    for (const metric of METRICS) {
      expect(annualTarget(station('B', { year }), metric)).toEqual({
        target: null,
        policyYear: null,
        inherited: false,
      });
      expect(quota(station('B', { year }), metric, count(9999))).toMatchObject({
        value: 'undetermined',
        findings: [{ verdict: 'undetermined', because: 'target-not-published', facts: { counted: 9999, year } }],
      });
    }
  });
  test('设了沿用：用 2024 年的数，每一处都带沿用标记', () => {
    const inherited = station('C', { year: 2026, inheritFrom: 2024 });
    expect(annualTarget(inherited, 'zjtx')).toEqual({ target: 3, policyYear: 2024, inherited: true });
    expect(quota(inherited, 'zjtx', count(3)).findings[0]?.facts).toEqual({
      counted: 3,
      target: 3,
      policyYear: 2024,
      inherited: true,
    });
  });
  test('沿用也可以被协议提高', () => {
    const agreed = station('C', { year: 2026, inheritFrom: 2024, agreement: { zjtx: 5 } });
    expect(annualTarget(agreed, 'zjtx')).toEqual({ target: 5, policyYear: 2024, inherited: true });
  });
  test('沿用一个同样没有标准的年度，等于没有；协议不能代替标准', () => {
    expect(annualTarget(station('A', { year: 2026, inheritFrom: 2025 }), 'contacted').target).toBeNull();
    expect(annualTarget(station('A', { year: 2026, agreement: { contacted: 90 } }), 'contacted').target).toBeNull();
  });
  test('试行办法之前的年度没有标准', () => {
    expect(annualTarget(station('A', { year: 2023 }), 'contacted').target).toBeNull();
  });
});
