import { contract } from '../../shared/api';
import { isActiveCommissioner, isResident } from '../../shared/person';
import { type CheckInAttempt, checkInTime, effective, mayCheckIn } from '../../shared/visit';
import { at, COMPANY, commissioner, HOUR, MINUTE, personOf, type VisitBuilder, visitOf } from '../builders';
import { because } from './because';

const DAY = '2026-03-02';
const attempt = (
  side: CheckInAttempt['side'],
  personId: string,
  part: Partial<CheckInAttempt> = {},
): CheckInAttempt => ({
  personId,
  side,
  method: 'live',
  orgName: side === 'specialist' ? '京郊应用物理研究所' : COMPANY,
  receivedAt: at(`${DAY}T09:00`),
  ...(side === 'specialist' && { active: true }),
  ...part,
});
const check = (one: VisitBuilder, what: CheckInAttempt, moment = `${DAY}T09:10`) =>
  mayCheckIn(one.visit, what, at(moment));

const specialistIn = visitOf().specialist('s1', `${DAY}T09:00`);
const enterpriseIn = visitOf().planned(DAY).enterprise('e1', `${DAY}T09:00`);

describe('VIS-15-A 双方扫码签到', () => {
  test.each<[string, VisitBuilder, CheckInAttempt]>([
    [
      '特派员扫海报，开始一次服务',
      visitOf().openedAt(`${DAY}T09:10`),
      attempt('specialist', 's1', { method: 'poster' }),
    ],
    ['安排过的，特派员扫海报', visitOf().planned(DAY), attempt('specialist', 's1', { method: 'poster' })],
    ['安排过的，企业先扫海报', visitOf().planned(DAY), attempt('enterprise', 'e1', { method: 'poster' })],
    ['特派员先，企业扫实时码', specialistIn, attempt('enterprise', 'e1')],
    ['企业先，特派员扫实时码', enterpriseIn, attempt('specialist', 's1')],
    ['第二位特派员，企业还没签，扫海报', specialistIn, attempt('specialist', 's2', { method: 'poster' })],
    ['企业第二个人', specialistIn.enterprise('e1', `${DAY}T09:05`), attempt('enterprise', 'e2')],
    ['参与单位', specialistIn, attempt('party', 'p1', { orgName: '市传感学会' })],
  ])('可以：%s', (_, one, what) => {
    const decision = check(one, what);
    expect(decision.value).toBe(true);
    expect(because(decision, 'met')).toEqual(['checked-in']);
    expect(because(decision)).toEqual([]);
    expect(because(decision, 'warned')).toEqual([]);
  });

  describe('凑成双方的那一方必须扫实时码', () => {
    test.each<[string, VisitBuilder, CheckInAttempt]>([
      ['企业只扫海报', specialistIn, attempt('enterprise', 'e1', { method: 'poster' })],
      ['特派员只扫海报', enterpriseIn, attempt('specialist', 's1', { method: 'poster' })],
      [
        '双方已到，又来一位特派员扫海报',
        specialistIn.enterprise('e1', `${DAY}T09:05`),
        attempt('specialist', 's2', { method: 'poster' }),
      ],
    ])('%s', (_, one, what) => {
      expect(because(check(one, what))).toEqual(['live-code-needed']);
    });
    test('对方的签到作废了，就不算对方在', () => {
      const alone = specialistIn.planned(DAY).strikeCheckIn('s1');
      expect(check(alone, attempt('enterprise', 'e1', { method: 'poster' })).value).toBe(true);
    });
  });

  describe('同一人只站一边', () => {
    test.each<[string, VisitBuilder, CheckInAttempt]>([
      ['特派员又代企业', specialistIn, attempt('enterprise', 's1')],
      ['企业的人又代特派员', enterpriseIn, attempt('specialist', 'e1')],
      ['特派员又代参与单位', specialistIn, attempt('party', 's1', { orgName: '市传感学会' })],
      ['参与单位又代企业', specialistIn.party('p1', `${DAY}T09:01`), attempt('enterprise', 'p1')],
      [
        '作废的签到也算站过',
        enterpriseIn.specialist('s1', `${DAY}T09:02`).strikeCheckIn('s1'),
        attempt('enterprise', 's1'),
      ],
    ])('%s', (_, one, what) => {
      expect(because(check(one, what))).toEqual(['same-person-other-side']);
    });
    test('别人站了另一边，不妨碍', () => {
      expect(check(specialistIn.party('p1', `${DAY}T09:01`), attempt('enterprise', 'e1')).value).toBe(true);
    });
    test('一边的签到作废后，可以在同一边再签', () => {
      expect(check(specialistIn.strikeCheckIn('s1'), attempt('specialist', 's1')).value).toBe(true);
    });
  });

  describe('安排的那一天', () => {
    test.each([
      ['2026-03-01T23:59:59.999', false],
      [`${DAY}T00:00`, true],
      [`${DAY}T23:59:59.999`, true],
      ['2026-03-04T00:00', false],
    ])('%s', (moment, allowed) => {
      const decision = check(visitOf().planned(DAY), attempt('specialist', 's1'), moment);
      expect(decision.value).toBe(allowed);
      if (!allowed) expect(because(decision)).toContain('wrong-day');
    });
    test('依据写明安排的日子和签到的日子', () => {
      const found = check(visitOf().planned('2026-03-04'), attempt('specialist', 's1'), `${DAY}T09:00`).findings[0];
      expect(found?.facts).toEqual({ plannedOn: '2026-03-04', on: DAY });
    });
    test('按签到的时刻判断，不按北京以外的日期', () => {
      expect(
        mayCheckIn(visitOf().planned(DAY).visit, attempt('specialist', 's1'), Date.parse(`${DAY}T15:59:59Z`)).value,
      ).toBe(true);
      expect(
        mayCheckIn(visitOf().planned(DAY).visit, attempt('specialist', 's1'), Date.parse(`${DAY}T16:00:00Z`)).value,
      ).toBe(false);
    });
  });

  describe('双方签到相隔 240 分钟（D1，AMB-48）', () => {
    const evening = visitOf().specialist('s1', `${DAY}T21:00`);
    test.each<[string, VisitBuilder, string, readonly string[], readonly string[]]>([
      ['同日 240 分钟整', specialistIn, `${DAY}T13:00`, [], []],
      ['同日多一毫秒：提醒', specialistIn, `${DAY}T13:00:00.001`, ['long-gap'], []],
      ['同日 14 小时：提醒', specialistIn, `${DAY}T23:00`, ['long-gap'], []],
      ['跨零点 180 分钟零一毫秒', evening, '2026-03-03T00:00:00.001', ['overnight'], []],
      ['跨零点 240 分钟整', evening, '2026-03-03T01:00', ['overnight'], []],
      ['跨零点多一毫秒：太晚', evening, '2026-03-03T01:00:00.001', [], ['other-side-too-late']],
      ['跨零点 241 分钟：太晚', evening, '2026-03-03T01:01', [], ['other-side-too-late']],
      ['23:50 与次日 0:10', visitOf().specialist('s1', `${DAY}T23:50`), '2026-03-03T00:10', ['overnight'], []],
    ])('%s', (_, one, moment, warned, unmet) => {
      const decision = check(one, attempt('enterprise', 'e1'), moment);
      expect(because(decision, 'warned')).toEqual(warned);
      expect(because(decision)).toEqual(unmet);
      expect(decision.value).toBe(unmet.length === 0);
    });
    test('企业先到也一样', () => {
      const one = visitOf().planned(DAY).enterprise('e1', `${DAY}T21:00`);
      expect(because(check(one, attempt('specialist', 's1'), '2026-03-03T01:00'), 'warned')).toEqual(['overnight']);
      expect(because(check(one, attempt('specialist', 's1'), '2026-03-03T01:01'))).toEqual(['other-side-too-late']);
    });
    test('从双方中最早的一次算起，不论哪一方', () => {
      const both = visitOf().enterprise('e1', `${DAY}T23:50`).specialist('s1', '2026-03-03T00:20');
      expect(check(both, attempt('specialist', 's2'), '2026-03-03T03:50').value).toBe(true);
      expect(because(check(both, attempt('specialist', 's2'), '2026-03-03T03:51'))).toEqual(['other-side-too-late']);
    });
    test('参与单位先到，不从它算起', () => {
      const one = visitOf().party('p1', `${DAY}T09:00`).specialist('s1', `${DAY}T13:00`);
      expect(because(check(one, attempt('enterprise', 'e1'), `${DAY}T17:00`), 'warned')).toEqual([]);
    });
    test('已是双方的，后来的人当天不再提醒相隔', () => {
      const both = specialistIn.enterprise('e1', `${DAY}T09:05`);
      expect(because(check(both, attempt('enterprise', 'e2'), `${DAY}T20:00`), 'warned')).toEqual([]);
    });
    test('离线的申报时间早于第一次签到，同样按相隔多少判断', () => {
      const early = visitOf().specialist('s1', `${DAY}T00:02`);
      const claimed = (moment: string) => check(early, attempt('specialist', 's2', { method: 'poster' }), moment);
      expect(because(claimed('2026-03-01T23:55'), 'warned')).toEqual(['overnight']);
      expect(because(claimed('2026-02-28T09:00'))).toEqual(['other-side-too-late']);
    });
    test('依据写明相隔与上限', () => {
      const [found] = check(evening, attempt('enterprise', 'e1'), '2026-03-03T01:01').findings;
      expect(found).toMatchObject({ clause: 'VIS-15-A', facts: { minutes: 241, maxMinutes: 240 } });
    });
  });

  describe('已经结束的服务不再签到', () => {
    const done = specialistIn.enterprise('e1', `${DAY}T09:05`).completed(`${DAY}T09:08`);
    test.each<[string, VisitBuilder, string, string]>([
      ['已完成', done, `${DAY}T09:10`, 'visit-over'],
      ['已评价', done.rated(`${DAY}T09:09`, 's1'), `${DAY}T09:10`, 'visit-over'],
      ['评价已关闭', done, '2026-05-01T09:00', 'visit-over'],
      ['未成行', specialistIn, '2026-03-10T09:00', 'visit-over'],
      ['已作废', specialistIn.strike(), `${DAY}T09:10`, 'visit-voided'],
      ['已取消', visitOf().planned(DAY).cancelled(), `${DAY}T09:10`, 'visit-cancelled'],
    ])('%s', (_, one, moment, code) => {
      const decision = check(one, attempt('enterprise', 'e9'), moment);
      expect(decision.value).toBe(false);
      expect(because(decision)).toContain(code);
      expect(because(decision, 'met')).toEqual([]);
    });
  });

  test('所有条件都判断，理由一次说全', () => {
    const decision = check(specialistIn, attempt('enterprise', 's1', { method: 'poster' }), '2026-03-03T09:00');
    expect([...because(decision)].sort()).toEqual([
      'live-code-needed',
      'other-side-too-late',
      'same-person-other-side',
    ]);
  });

  test('作废的签到不算有效；有效的按时间先后', () => {
    const team = visitOf()
      .specialist('s2', `${DAY}T09:05`)
      .specialist('s1', `${DAY}T09:00`)
      .specialist('s3', `${DAY}T09:01`);
    expect(effective(team.strikeCheckIn('s3').visit, 'specialist').map((one) => one.personId)).toEqual(['s1', 's2']);
    const byTime = visitOf().specialist('s1', `${DAY}T09:05`).specialist('s2', `${DAY}T09:00`);
    expect(effective(byTime.visit, 'specialist').map((one) => one.personId)).toEqual(['s2', 's1']);
  });
  test('同一毫秒的，先后与存放的次序无关', () => {
    const { visit } = visitOf().specialist('s2', `${DAY}T09:00`).specialist('s1', `${DAY}T09:00`);
    const ids = effective(visit, 'specialist').map((one) => one.id);
    expect(ids).toEqual([...ids].sort());
    const turned = { ...visit, checkIns: [...visit.checkIns].reverse() };
    expect(effective(turned, 'specialist').map((one) => one.id)).toEqual(ids);
  });
});

describe('VIS-15-A 离线签到的时间', () => {
  const NOW = at(`${DAY}T12:00`);
  const time = (method: 'poster' | 'live', claimedAgo: number | undefined) =>
    checkInTime({ method, receivedAt: NOW, ...(claimedAgo !== undefined && { claimedAt: NOW - claimedAgo }) });

  test.each<[string, 'poster' | 'live', number | undefined, number | undefined, readonly string[]]>([
    ['没有申报时间', 'poster', undefined, 0, []],
    ['申报与收到同时', 'live', 0, 0, []],
    ['晚一分钟以内', 'poster', MINUTE, MINUTE, []],
    ['晚一分钟以上：提醒', 'poster', MINUTE + 1, MINUTE + 1, ['arrived-late']],
    ['海报，72 小时整', 'poster', 72 * HOUR, 72 * HOUR, ['arrived-late']],
    ['海报，72 小时零一毫秒', 'poster', 72 * HOUR + 1, undefined, ['arrived-too-late']],
    ['实时码，10 分钟整', 'live', 10 * MINUTE, 10 * MINUTE, ['arrived-late']],
    ['实时码，10 分钟零一毫秒', 'live', 10 * MINUTE + 1, undefined, ['arrived-too-late']],
    ['快 120 秒：按收到的时间', 'poster', -120_000, 0, []],
    ['快 120 秒零一毫秒：按收到的时间并提醒', 'poster', -120_001, 0, ['clock-ahead']],
    ['快一整天：按收到的时间并提醒', 'live', -24 * HOUR, 0, ['clock-ahead']],
  ])('%s', (_, method, claimedAgo, worthAgo, codes) => {
    const decision = time(method, claimedAgo);
    expect(decision.value).toBe(worthAgo === undefined ? undefined : NOW - worthAgo);
    expect(decision.findings.map((one) => one.because)).toEqual(codes);
    expect(because(decision)).toEqual(worthAgo === undefined ? codes : []);
  });
  test('太晚的写明上限', () => {
    expect(time('live', HOUR).findings[0]?.facts).toMatchObject({ limitMinutes: 10 });
    expect(time('poster', 73 * HOUR).findings[0]?.facts).toMatchObject({ limitMinutes: 72 * 60 });
  });
});

describe('VIS-15-B 工作单位、职务、拟解决需求', () => {
  const { input } = contract['visit.checkIn'];
  const form = { nonce: 'nonce-0001', code: 'CODE', orgName: COMPANY, title: '技术总监', need: '封装漏率偏高' };
  test('三项都填了', () => {
    expect(input.safeParse(form).success).toBe(true);
  });
  test.each(['orgName', 'title', 'need'])('%s 空着、只有空白、没有这一项，都不收', (field) => {
    for (const value of ['', '   ', '　', undefined])
      expect([value, input.safeParse({ ...form, [field]: value }).success]).toEqual([value, false]);
  });
  test.each([
    ['orgName', 100],
    ['title', 60],
    ['need', 500],
    ['name', 40],
  ])('%s 最多 %d 字', (field, max) => {
    expect(input.safeParse({ ...form, [field]: '字'.repeat(max) }).success).toBe(true);
    expect(input.safeParse({ ...form, [field]: '字'.repeat(max + 1) }).success).toBe(false);
  });
  test.each<[string, CheckInAttempt, readonly string[]]>([
    ['企业一方写了集团的名称：提醒，不拦', attempt('enterprise', 'e1', { orgName: '晴川集团' }), ['org-differs']],
    ['企业一方写本企业：不提醒', attempt('enterprise', 'e1'), []],
    ['参与单位写自己的名称：不提醒', attempt('party', 'p1', { orgName: '市传感学会' }), []],
    ['特派员写自己的单位：不提醒', attempt('specialist', 's2', { method: 'poster' }), []],
  ])('%s', (_, what, warned) => {
    const decision = check(specialistIn, what);
    expect(decision.value).toBe(true);
    expect(because(decision, 'warned')).toEqual(warned);
  });
});

describe('BST-02-B 在册有效的产业特派员', () => {
  test('不在册的人签到：留存、提醒、不拦', () => {
    const decision = check(
      visitOf().openedAt(`${DAY}T09:10`),
      attempt('specialist', 's1', { method: 'poster', active: false }),
    );
    expect(decision.value).toBe(true);
    expect(decision.findings[0]).toMatchObject({
      clause: 'BST-02-B',
      verdict: 'warned',
      because: 'commissioner-inactive',
    });
  });
  test('只问特派员一方', () => {
    expect(because(check(specialistIn, attempt('enterprise', 'e1', { active: false })), 'warned')).toEqual([]);
  });

  const dated = personOf('s1').commissioner('2026-02-01', '2026-10-31');
  test.each([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-10-31', true],
    ['2026-11-01', false],
  ])('选任的首尾两天都算：%s', (day, active) => {
    expect(isActiveCommissioner(dated.person, day)).toBe(active);
  });
  test.each([
    ['2026-06-09', true],
    ['2026-06-10', false],
    ['2026-06-20', false],
    ['2026-06-21', true],
  ])('暂停的首尾两天都不算：%s', (day, active) => {
    expect(isActiveCommissioner(commissioner('s1').suspended('2026-06-10', '2026-06-20').person, day)).toBe(active);
  });
  test('没有写到期的暂停一直有效；没有这个角色的人不是特派员', () => {
    expect(isActiveCommissioner(commissioner('s1').suspended('2026-06-10').person, '2029-01-01')).toBe(false);
    expect(isActiveCommissioner(personOf('x').person, '2026-06-10')).toBe(false);
  });
});

describe('STN-06-B1 STN-06-C1 驻站名单', () => {
  const resident = commissioner('s1').resident('ST110108', '2026-06-01', '2026-06-30');
  test.each([
    ['2026-05-31', false],
    ['2026-06-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('首尾两天都算：%s', (day, on) => {
    expect(isResident(resident.person, 'ST110108', day)).toBe(on);
  });
  test('只对本站；没有批准的不算；后来批准的从首日起算；没有写到期的一直算', () => {
    expect(isResident(resident.person, 'ST110114', '2026-06-10')).toBe(false);
    expect(
      isResident(
        commissioner('s1').resident('ST110108', '2026-06-01', undefined, false).person,
        'ST110108',
        '2026-06-10',
      ),
    ).toBe(false);
    expect(isResident(commissioner('s1').resident('ST110108', '2026-06-01').person, 'ST110108', '2026-06-01')).toBe(
      true,
    );
    expect(isResident(commissioner('s1').resident('ST110108', '2026-06-01').person, 'ST110108', '2031-06-01')).toBe(
      true,
    );
  });
});
