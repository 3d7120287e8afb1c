import { mayCancel, mayPlan, mayReopenRating, mayVoid, type PlanFacts } from '../../shared/visit';
import { at, servedVisit, type VisitBuilder, visitOf } from '../builders';
import { because } from './because';

const DAY = '2026-03-02';
const plan = (part: Partial<PlanFacts> = {}): PlanFacts => ({
  day: DAY,
  serviceTypes: ['技术诊断'],
  commissioners: [{ id: 's1', active: true }],
  enterpriseDistrict: '110108',
  stationDistrict: '110108',
  ...part,
});

describe('VIS-15-A 安排服务', () => {
  test.each<[string, Partial<PlanFacts>, readonly string[]]>([
    ['今天', {}, []],
    ['昨天', { day: '2026-03-01' }, ['day-in-past']],
    ['明年', { day: '2027-03-02' }, []],
    ['时间在当天', { from: at(`${DAY}T00:00`), to: at(`${DAY}T23:59`) }, []],
    ['只写了开始', { from: at(`${DAY}T09:00`) }, []],
    ['开始在别的日子', { from: at('2026-03-03T00:00') }, ['time-not-on-day']],
    ['开始在前一晚', { from: at('2026-03-01T23:59:59') }, ['time-not-on-day']],
    ['起止同一刻', { from: at(`${DAY}T09:00`), to: at(`${DAY}T09:00`) }, []],
    ['结束早于开始', { from: at(`${DAY}T09:00`), to: at(`${DAY}T08:59`) }, ['time-not-on-day']],
    ['其他服务，没有说明', { serviceTypes: ['其他'] }, ['service-note-needed']],
    ['其他服务，说明空着', { serviceTypes: ['技术诊断', '其他'], serviceNote: '' }, ['service-note-needed']],
    ['其他服务，写了说明', { serviceTypes: ['其他'], serviceNote: '标准宣贯' }, []],
  ])('%s', (_, part, codes) => {
    const decision = mayPlan(plan(part), DAY);
    expect(because(decision)).toEqual(codes);
    expect(decision.value).toBe(codes.length === 0);
  });
});

describe('BST-02-B 只安排在册的特派员', () => {
  test('每一位不在册的都指出来', () => {
    const decision = mayPlan(
      plan({
        commissioners: [
          { id: 's1', active: true },
          { id: 's2', active: false },
          { id: 's3', active: false },
        ],
      }),
      DAY,
    );
    expect(decision.value).toBe(false);
    expect(decision.findings).toMatchObject([
      { clause: 'BST-02-B', because: 'commissioner-inactive', facts: { commissionerId: 's2', on: DAY } },
      { clause: 'BST-02-B', because: 'commissioner-inactive', facts: { commissionerId: 's3', on: DAY } },
    ]);
  });
});

describe('STN-06-A1 本区企业由本区站点安排', () => {
  test.each<[string, Partial<PlanFacts>, boolean, string, string]>([
    ['外区，没有原因', { enterpriseDistrict: '110114' }, false, 'unmet', 'override-reason-needed'],
    ['外区，原因空着', { enterpriseDistrict: '110114', overrideReason: '' }, false, 'unmet', 'override-reason-needed'],
    [
      '外区，写了原因',
      { enterpriseDistrict: '110114', overrideReason: '两区都有厂区' },
      true,
      'warned',
      'out-of-district-override',
    ],
  ])('%s', (_, part, allowed, verdict, code) => {
    const decision = mayPlan(plan(part), DAY);
    expect(decision.value).toBe(allowed);
    expect(decision.findings).toMatchObject([
      { clause: 'STN-06-A1', verdict, because: code, facts: { enterprise: '110114', station: '110108' } },
    ]);
  });
});

describe('VIS-15-A 取消与作废', () => {
  const planned = visitOf().planned(DAY);
  test.each<[string, VisitBuilder, string, boolean]>([
    ['还没有人签到', planned, `${DAY}T08:00`, true],
    ['当天最后一刻', planned, `${DAY}T23:59:59.999`, true],
    ['未成行', planned, '2026-03-03T00:00', false],
    ['特派员已签到', planned.specialist('s1', `${DAY}T08:00`), `${DAY}T09:00`, false],
    ['签到已作废，也算有人来过', planned.specialist('s1', `${DAY}T08:00`).strikeCheckIn('s1'), `${DAY}T09:00`, false],
    ['只有参与单位签到', planned.party('p1', `${DAY}T08:00`), `${DAY}T09:00`, false],
    ['已取消', planned.cancelled(), `${DAY}T08:00`, false],
    ['已完成', servedVisit(DAY), `${DAY}T11:00`, false],
  ])('取消：%s', (_, one, moment, allowed) => {
    const decision = mayCancel(one.visit, at(moment));
    expect(decision.value).toBe(allowed);
    expect(because(decision)).toEqual(allowed ? [] : ['not-cancellable']);
  });
  test.each<[string, VisitBuilder, readonly string[]]>([
    ['待签到', planned, []],
    ['已评价', servedVisit(DAY).rated(`${DAY}T12:00`, 's1'), []],
    ['已取消', planned.cancelled(), ['visit-cancelled']],
    ['已作废', planned.strike(), ['visit-voided']],
  ])('作废：%s', (_, one, codes) => {
    expect(because(mayVoid(one.visit, at(`${DAY}T13:00`)))).toEqual(codes);
  });
});

describe('VIS-15-C 重开评价', () => {
  const served = servedVisit(DAY);
  test.each<[string, VisitBuilder, string, string, readonly string[]]>([
    ['未评价已关闭，到今天', served, '2026-05-06', '2026-05-06T23:59', []],
    ['未评价已关闭，到以后', served, '2026-06-06', '2026-05-06T09:00', []],
    ['到昨天', served, '2026-05-05', '2026-05-06T00:00', ['day-in-past']],
    ['还开着', served, '2026-05-06', `${DAY}T12:00`, ['window-not-closed']],
    ['已评价', served.rated(`${DAY}T12:00`, 's1'), '2026-06-06', '2026-05-06T09:00', ['window-not-closed']],
    ['唯一的评价已作废', served.rated(`${DAY}T12:00`, 's1').strikeRating('s1'), '2026-06-06', '2026-05-06T09:00', []],
    ['重开后又关了，再重开', served.reopenedThrough('2026-05-01'), '2026-06-06', '2026-05-06T09:00', []],
    ['已作废', served.strike(), '2026-06-06', '2026-05-06T09:00', ['window-not-closed']],
  ])('%s', (_, one, through, moment, codes) => {
    const decision = mayReopenRating(one.visit, through, at(moment));
    expect(because(decision)).toEqual(codes);
    expect(decision.value).toBe(codes.length === 0);
  });
});
