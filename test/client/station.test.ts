import { needsAttention, rowOf } from '@/features/station/board-rows';
import { csv } from '@/features/station/csv';
import { paceOf, paceWord } from '@/features/station/pace';
import { pendingWords, worst } from '@/features/station/pace-words';
import { summaryWords } from '@/features/station/summary';
import type { Metric, MetricView, Progress } from '@/features/station/types';

const ASOF = '2026-09-16T14:30:00.000+08:00';

const view = (metric: Metric, counted: number, target: number | null, evenPace: number | null): MetricView => ({
  metric,
  clause: 'STN-06-C1',
  unit: metric === 'personTimes' ? '人次' : '家',
  target,
  counted,
  pending: 2,
  excluded: 1,
  window: { from: '2026-01-01', to: '2026-10-31' },
  status: target === null ? 'undetermined' : counted >= target ? 'met' : 'unmet',
  evenPace,
  calendarYear: { counted, pending: 2, excluded: 1 },
});

const station = (metrics: readonly MetricView[]): Progress => ({
  stationId: 'ST110119',
  stationName: '延庆区工作站点',
  district: '110119',
  year: 2026,
  stationClass: 'C',
  policyVersion: 'STN-2024',
  policyYear: 2024,
  inherited: true,
  asOf: ASOF,
  elapsed: { days: 259, of: 304 },
  metrics: [...metrics],
});

describe('站点进度的判断', () => {
  it.each([
    // counted, target, even pace → pace
    [20, 20, 17, 'met'],
    [17, 20, 17, 'on'],
    [16, 20, 17, 'low'],
    [13, 20, 17, 'low'],
    [12, 20, 17, 'far'],
    [99, null, null, 'none'],
  ] as const)('计入 %j，目标 %j，按时间 %j：%s', (counted, target, evenPace, pace) => {
    expect(paceOf(view('keyServed', counted, target, evenPace), ASOF)).toBe(pace);
  });

  it('统计当天还没结束，第二天才算未达标', () => {
    const short = view('keyServed', 19, 20, 20);
    expect(paceWord(short, '2026-10-31T23:59:59.999+08:00')).toBe('低于进度');
    expect(paceWord(short, '2026-11-01T00:00:00.000+08:00')).toBe('未达标');
    expect(paceWord(view('keyServed', 10, 20, 20), '2026-11-01T00:00:00.000+08:00')).toBe('未达标');
  });

  it('先看离时间进度最远的一项；都跟得上时看重点服务', () => {
    expect(worst([view('contacted', 24, 30, 25), view('keyServed', 10, 20, 17), view('zjtx', 3, 3, 2)])).toBe(
      'keyServed',
    );
    expect(worst([view('contacted', 26, 30, 25), view('zjtx', 3, 3, 2)])).toBe('keyServed');
  });

  it('全市表里，有一项不到时间进度四分之三的站点要关注', () => {
    const far = station([view('contacted', 26, 30, 25), view('keyServed', 12, 20, 17)]);
    const low = station([view('contacted', 24, 30, 25), view('keyServed', 16, 20, 17)]);
    expect([needsAttention(far), needsAttention(low)]).toEqual([true, false]);
    expect(rowOf(far)).toMatchObject({ key: 'ST110119', name: '延庆区', mark: 'C', behind: 1, far: 1 });
    expect(rowOf(low)).toMatchObject({ behind: 2, far: 0 });
  });

  it('没有标准的年度只记录，不说差多少', () => {
    expect(summaryWords(station([view('contacted', 26, null, null)]))).not.toMatch(/差|达标|进度/);
    expect(rowOf(station([view('contacted', 26, null, null)])).cells.contacted).toEqual({
      counted: 26,
      target: undefined,
      pace: 'none',
    });
  });

  it('待定补齐后的数是计入加待定，没有待定就不说', () => {
    expect(pendingWords(view('keyServed', 14, 20, 17))).toContain('16 家');
    expect(pendingWords({ ...view('keyServed', 14, 20, 17), pending: 0 })).toBe('');
  });
});

describe('导出 CSV', () => {
  it.each(['=1+1', '+8610', '-5', '@SUM(A1)', '\t=1', '\r=1'])('以 %j 开头的格子不会被当成公式', (text) => {
    expect(
      csv([[text]])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  it('逗号、引号和换行照原样读得回来', () => {
    expect(csv([['甲,乙', '说“好"', '两\n行', 3]])).toBe('"甲,乙","说“好""","两\n行",3\r\n');
  });

  it('一般的字不变，负的数字也不变', () => {
    expect(csv([['北京青穗传感技术有限公司', -3]])).toBe('北京青穗传感技术有限公司,-3\r\n');
  });
});
