import { worstOf } from '@/features/home/worst';
import { isOutside, missingOf, type PlanForm } from '@/features/plan/form';
import { standingsOf } from '@/features/roles/standing';
import { groupedDays } from '@/features/visit/grouped-days';
import { actsOf } from '@/features/visit/next-act';
import { timelineEntries } from '@/features/visit/timeline-entries';
import type { VisitDetail, VisitSummary } from '@/features/visit/types';
import { classOfClause, clauseWord, reasonWords } from '@/words/counts';
import { tallyOf } from '@/words/visit';

// Addresses are made beside the ways through the app, and those are Taro's: nothing here goes anywhere.
jest.mock('@tarojs/taro', () => ({}));

const TODAY = '2026-09-16';

describe('条款号', () => {
  test.each([
    ['STN-06-C1', '第六条'],
    ['VIS-15-A', '第十五条'],
    ['BST-02-B', '第二条'],
    ['STN-10-A', '第十条'],
    ['STN-20-A', '第二十条'],
  ])('%s 写作 %s', (id, word) => expect(clauseWord(id)).toBe(word));

  test('只有第六条说到站点类别', () => {
    expect(classOfClause('STN-06-A2')).toBe('A');
    expect(classOfClause('STN-07-9')).toBeUndefined();
  });
});

describe('计数的原因', () => {
  test('评价截止写的是最后一天，不是 24:00 之后的那一天', () => {
    const ends = Date.parse('2026-10-10T00:00:00+08:00');
    expect(reasonWords('keyServed', 'unrated-open', { ratingEnds: ends }).whatToDo).toContain('10月9日');
  });
  test('不认识的代号照样保留', () => {
    expect(reasonWords('contacted', 'something-new', {}).why).toContain('something-new');
  });
});

const grant = (id: string, role: 'commissioner' | 'stationLead' | 'stationContact', more = {}) => ({
  id,
  role,
  scopeName: '',
  from: '2026-01-01',
  ...more,
});
const me = (grants: ReturnType<typeof grant>[]) => ({
  person: { id: 'P1', name: '周明远', orgName: '', title: '' },
  grants,
  residentOf: [],
  today: TODAY,
  now: `${TODAY}T09:00:00+08:00`,
  demo: true,
  unreadNotices: 0,
});

describe('身份', () => {
  test('没有角色的人是参与人', () => expect(standingsOf(me([])).map((one) => one.kind)).toEqual(['guest']));
  test('同一站点的负责人和联系人是一个身份，特派员排在前面', () => {
    const station = { stationId: 'ST110119' };
    const all = standingsOf(
      me([grant('1', 'stationLead', station), grant('2', 'stationContact', station), grant('3', 'commissioner')]),
    );
    expect(all.map((one) => one.kind)).toEqual(['commissioner', 'station']);
  });
  test('昨天到期的角色不再是身份', () => {
    const all = standingsOf(me([grant('1', 'commissioner', { to: '2026-09-15' })]));
    expect(all.map((one) => one.kind)).toEqual(['guest']);
  });
});

const visit = (id: string, day: string, time?: string): VisitSummary => ({
  id,
  enterprise: { id: 'E1', name: '青穗传感技术' },
  stationId: 'ST110119',
  stationName: '延庆区工作站点',
  day,
  ...(time && { from: `${day}T${time}:00+08:00` }),
  topic: '封接工艺诊断',
  state: 'planned',
  sides: { specialist: false, enterprise: false, parties: 0 },
  commissioners: [],
});

test('列表分成接下来、今天和各月；往前的按时间顺着读', () => {
  const groups = groupedDays(
    [
      visit('far', '2026-09-30'),
      visit('near', '2026-09-17'),
      visit('late', TODAY, '14:30'),
      visit('early', TODAY, '10:00'),
      visit('old', '2026-09-02'),
      visit('last-year', '2025-12-30'),
    ],
    TODAY,
  );
  expect(groups.map((one) => [one.head, one.visits.map((each) => each.id)])).toEqual([
    ['接下来', ['near', 'far']],
    ['今天', ['early', 'late']],
    ['9月', ['old']],
    ['2025年12月', ['last-year']],
  ]);
});

const detail = (part: Partial<VisitDetail>): VisitDetail => ({
  ...visit('V1', '2026-09-09'),
  origin: 'walkIn',
  serviceTypes: ['技术诊断'],
  enterpriseDistrict: '110119',
  checkIns: [],
  ratings: [],
  makeUps: [],
  autoCompleted: false,
  counts: [],
  timeline: [],
  may: [],
  rateable: [],
  policyVersion: 'STN-2024',
  ...part,
});

describe('经过', () => {
  const checkIn = {
    id: 'C1',
    side: 'specialist' as const,
    name: '周明远',
    orgName: '研究院',
    title: '研究员',
    need: '诊断',
    method: 'poster' as const,
    at: '2026-09-09T09:58:12+08:00',
    receivedAt: '2026-09-09T09:58:20+08:00',
    claimedAt: '2026-09-09T09:58:12+08:00',
    mine: true,
    findings: [],
  };
  const event = { kind: 'checkedIn', at: checkIn.receivedAt, by: '周明远', ref: 'C1', struck: false };
  const first = (part: Partial<VisitDetail>) => timelineEntries(detail({ timeline: [event], ...part }))[0];

  test('路上的几秒不算两个时间', () => expect(first({ checkIns: [checkIn] })?.by).toEqual(['扫企业签到码']));
  test('离线补传的写出手机时间和收到时间', () => {
    const late = { ...checkIn, receivedAt: '2026-09-09T10:40:00+08:00' };
    expect(first({ checkIns: [late] })?.by).toEqual(['扫企业签到码', '手机记录 09:58:12', '收到 10:40:00']);
  });
  test('作废的签到划去，仍在', () => {
    const entries = timelineEntries(detail({ checkIns: [checkIn], timeline: [{ ...event, struck: true }] }));
    expect(entries[0]?.state).toBe('voided');
  });
  test('自动完成写当天 24:00，不写次日零点', () => {
    const at = '2026-09-10T00:00:00+08:00';
    const timeline = [{ kind: 'autoCompleted', at, by: '系统', struck: false }];
    expect(timelineEntries(detail({ timeline }))[0]?.when).toBe('24:00');
  });
});

describe('下一步', () => {
  test('下一步是主按钮，其余收起', () => {
    const acts = actsOf(
      detail({ next: { do: 'make-up', by: '2026-09-14' }, may: ['void', 'requestMakeUp', 'liveCode'] }),
    );
    expect(acts.main?.key).toBe('requestMakeUp');
    expect(acts.others.map((one) => one.key)).toEqual(['liveCode', 'void']);
  });
  test('说要做却没有权利做的，不给按钮', () => {
    expect(actsOf(detail({ next: { do: 'complete' }, may: [] })).main).toBeUndefined();
  });
  test('双方都签到才是合符，作废盖过一切', () => {
    expect(tallyOf({ state: 'in_service', sides: { specialist: true, enterprise: true, parties: 0 } })).toBe('both');
    expect(tallyOf({ state: 'voided', sides: { specialist: true, enterprise: true, parties: 0 } })).toBe('voided');
    expect(tallyOf({ state: 'enterprise_in', sides: { specialist: false, enterprise: true, parties: 1 } })).toBe(
      'enterprise',
    );
  });
});

test('站点首页先看离时间进度最远、还没达标的一项', () => {
  const metric = (
    name: 'contacted' | 'keyServed' | 'zjtx',
    counted: number,
    evenPace: number,
    status: 'met' | 'unmet',
  ) => ({
    metric: name,
    clause: 'STN-06-C1',
    unit: '家',
    target: 30,
    counted,
    pending: 0,
    excluded: 0,
    window: { from: '2026-01-01', to: '2026-10-31' },
    status,
    evenPace,
    calendarYear: { counted, pending: 0, excluded: 0 },
  });
  const progress = {
    metrics: [metric('contacted', 24, 25, 'unmet'), metric('keyServed', 9, 17, 'unmet'), metric('zjtx', 1, 9, 'met')],
  } as Parameters<typeof worstOf>[0];
  expect(worstOf(progress)?.metric).toBe('keyServed');
});

describe('安排服务', () => {
  const form: PlanForm = {
    enterprise: { id: 'E1', name: '青穗传感技术', district: '110119', industry: '' },
    stationId: '',
    override: '',
    day: TODAY,
    from: '',
    to: '',
    topic: '诊断',
    types: ['技术诊断'],
    note: '',
    people: [{ id: 'P1', name: '周明远' }],
  };
  test('填齐了就不缺', () => expect(missingOf(form)).toBeUndefined());
  test('选“其他”要写说明', () => expect(missingOf({ ...form, types: ['其他'] })).toBe('写服务说明'));
  test('跨区要写原因', () => {
    const outside = { ...form, stationId: 'ST110108' };
    expect(isOutside(outside)).toBe(true);
    expect(missingOf(outside)).toBe('写跨区原因');
    expect(missingOf({ ...outside, override: '驻站特派员' })).toBeUndefined();
  });
});
