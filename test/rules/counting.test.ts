import { districtOn } from '../../shared/enterprise';
import { addDays, type IsoDate } from '../../shared/kernel/calendar';
import {
  contextOf,
  countsChangeAt,
  type EnterpriseFacts,
  type Item,
  itemsOf,
  METRICS,
  type Metric,
  VIEWS,
  type View,
} from '../../shared/station';
import type { Visit } from '../../shared/visit';
import {
  type Asked,
  at,
  CHANGPING,
  commissioner,
  enterpriseOf,
  factsOf,
  HAIDIAN,
  type Records,
  recordsOf,
  servedVisit,
  stationYearOf,
  tallyOf,
  type VisitBuilder,
  visitOf,
} from '../builders';

/** Part E and the semantics of Part G, one sentence each. */

const YEAR = 2026;
const A: Asked = { stationId: `ST${HAIDIAN}`, stationClass: 'A', year: YEAR };
const B: Asked = { ...A, stationClass: 'B' };
const C: Asked = { ...A, stationClass: 'C' };
const LATER = at('2027-06-01T00:00');
const DAY = '2026-06-10';

const people = [commissioner('s1'), commissioner('s2'), commissioner('s3')].map((one) => one.person);
const designated = (...enterpriseIds: readonly string[]) =>
  enterpriseIds.map((enterpriseId) => ({
    stationId: A.stationId,
    enterpriseId,
    year: YEAR,
    from: '2026-01-05',
    withdrawn: false,
  }));
const records = (visits: readonly VisitBuilder[], part: Partial<Records> = {}): Records =>
  recordsOf({ persons: people, visits: visits.map((one) => one.visit), ...part });
const count = (metric: Metric, given: Records, whose = A, view: View = 'acceptance', now = LATER) =>
  tallyOf(given, whose, now)[view][metric];
const items = (metric: Metric, given: Records, whose = A, view: View = 'acceptance', now = LATER): readonly Item[] =>
  factsOf(given, whose)
    .flatMap((one) => itemsOf(one, contextOf(stationYearOf(whose), view, now)))
    .filter((one) => one.metric === metric);
const why = (...of: Parameters<typeof items>) => items(...of).map((one) => `${one.status}:${one.because}`);

const rated = (day: IsoDate = DAY, id?: string) => servedVisit(day, 's1', id).rated(`${day}T12:00`, 's1');

describe('STN-06-A1 联系企业', () => {
  test('一家企业走访 80 次，算 1 家', () => {
    const visits = Array.from({ length: 80 }, (_, i) => servedVisit(addDays('2026-03-01', i)));
    expect(count('contacted', records(visits))).toEqual({ counted: 1, pending: 0, excluded: 0 });
    expect(items('contacted', records(visits))[0]?.visitIds).toHaveLength(80);
  });

  test('80 家里有 1 家在外区，算 79 家', () => {
    const visits = Array.from({ length: 80 }, (_, i) =>
      servedVisit(DAY, 's1', `v${i}`)
        .of(`E${i}`)
        .inDistrict(i === 0 ? CHANGPING : HAIDIAN),
    );
    expect(count('contacted', records(visits))).toEqual({ counted: 79, pending: 0, excluded: 1 });
    expect(why('contacted', records(visits)).filter((one) => one === 'excluded:out-of-district')).toHaveLength(1);
  });

  test('双方签到即可，不必完成', () => {
    const open = visitOf().specialist('s1', `${DAY}T09:00`).enterprise('e1', `${DAY}T09:05`);
    expect(why('contacted', records([open]), A, 'acceptance', at(`${DAY}T09:05`))).toEqual(['counted:two-sided']);
  });

  test.each<[string, VisitBuilder]>([
    ['特派员', visitOf().specialist('s1', '2026-03-02T09:00')],
    ['企业', visitOf().enterprise('e1', '2026-03-02T09:00')],
  ])('只有%s签到：三个工作日内待定，之后不计', (side, one) => {
    const state = (moment: string) => why('contacted', records([one]), A, 'acceptance', at(moment));
    expect(state('2026-03-02T10:00')).toEqual(['pending:awaiting-other-side']);
    expect(state('2026-03-05T23:59:59.999')).toEqual(['pending:awaiting-other-side']);
    expect(state('2026-03-06T00:00')).toEqual(['excluded:one-sided']);
    expect(items('contacted', records([one]))[0]?.facts).toEqual({
      missing: side === '企业' ? 'specialist' : 'enterprise',
    });
  });

  test('参与单位的签到不代替任何一方', () => {
    const one = visitOf().specialist('s1', `${DAY}T09:00`).party('p1', `${DAY}T09:05`);
    expect(why('contacted', records([one]))).toEqual(['excluded:one-sided']);
  });

  test('只安排、没有人来，或已取消的，什么都不是', () => {
    const visits = [visitOf('v1').planned(DAY), rated(DAY, 'v2').cancelled()];
    for (const metric of METRICS) expect(items(metric, records(visits))).toEqual([]);
  });

  test('外区又取消的什么都不是，外区又作废的说作废', () => {
    const outside = rated().inDistrict(CHANGPING);
    expect(why('contacted', records([outside.cancelled()]))).toEqual([]);
    expect(why('contacted', records([visitOf().planned(DAY).inDistrict(CHANGPING)]))).toEqual([]);
    expect(why('contacted', records([outside.strike()]))).toEqual(['excluded:voided']);
  });

  test('合并的企业算一家', () => {
    const merged = { enterprises: [enterpriseOf('E1').enterprise, enterpriseOf('E2').mergedInto('E1').enterprise] };
    const visits = [servedVisit(DAY, 's1', 'v1').of('E1'), servedVisit(DAY, 's1', 'v2').of('E2')];
    expect(count('contacted', records(visits)).counted).toBe(2);
    expect(count('contacted', records(visits, merged)).counted).toBe(1);
    expect(count('personTimes', records(visits, merged)).counted).toBe(1);
  });

  test('7 月 1 日从海淀迁到昌平：6 月 30 日的算海淀，7 月 1 日的算昌平', () => {
    const { enterprise } = enterpriseOf('E1', HAIDIAN).in(CHANGPING, '2026-07-01');
    const on = (day: IsoDate) => {
      const district = districtOn(enterprise, day) as string;
      return servedVisit(day).inDistrict(district).atStation(`ST${district}`);
    };
    const moved = records([on('2026-06-30'), on('2026-07-01')]);
    const changping = { ...A, stationId: `ST${CHANGPING}` };
    expect(items('contacted', moved).map((one) => one.day)).toEqual(['2026-06-30']);
    expect(items('contacted', moved, changping).map((one) => one.day)).toEqual(['2026-07-01']);
  });

  test('迁入的区以签到当时写下的为准，后来迁走不影响', () => {
    const visit = servedVisit(DAY);
    const gone = { enterprises: [enterpriseOf('E1').in(CHANGPING, '2026-06-11').enterprise] };
    expect(count('contacted', records([visit], gone)).counted).toBe(1);
  });

  test('企业所在区按日期取最近的一条，不看代码', () => {
    const { enterprise } = enterpriseOf('E1', null).in(CHANGPING, '2026-07-01').in(HAIDIAN, '2026-01-01');
    expect(districtOn(enterprise, '2026-06-30')).toBe(HAIDIAN);
    expect(districtOn(enterprise, '2026-07-01')).toBe(CHANGPING);
    expect(districtOn(enterprise, '2030-07-01')).toBe(CHANGPING);
    expect(districtOn(enterpriseOf('E1', null).in(HAIDIAN, '2026-07-01').enterprise, '2026-01-01')).toBe(HAIDIAN);
    expect(districtOn(enterpriseOf('E1', null).enterprise, DAY)).toBeUndefined();
  });

  test('一家企业几次服务，取最好的一次；都不行时，说还能补救的那个原因', () => {
    const voided = rated('2026-03-02', 'v1').strike();
    const outside = rated('2026-03-03', 'v2').inDistrict(CHANGPING);
    const oneSided = visitOf('v3').specialist('s1', '2026-06-09T09:00');
    expect(why('contacted', records([voided, outside, rated()]))).toEqual(['counted:two-sided']);
    const waiting = records([voided, outside, oneSided]);
    expect(why('contacted', waiting, A, 'acceptance', at('2026-06-10T00:00'))).toEqual(['pending:awaiting-other-side']);
    expect(why('contacted', waiting)).toEqual(['excluded:one-sided']);
    expect(why('contacted', records([voided, outside]))).toEqual(['excluded:out-of-district']);
    expect(items('contacted', records([voided, outside]))[0]?.visitIds).toEqual(['v2']);
    expect(why('contacted', records([voided]))).toEqual(['excluded:voided']);
  });
});

describe('STN-06-A2 重点服务企业', () => {
  const asKey = (visits: readonly VisitBuilder[], part: Partial<Records> = {}) =>
    records(visits, { designations: designated('E1'), ...part });

  test('指定、双方签到、完成、企业评价，四样齐了才算', () => {
    expect(why('keyServed', asKey([rated()]))).toEqual(['counted:rated']);
  });
  test('没有指定：有评价的列出来并说明，没有评价的不列', () => {
    expect(why('keyServed', records([rated()]))).toEqual(['excluded:not-designated']);
    expect(why('keyServed', records([servedVisit(DAY)]))).toEqual([]);
  });
  test('指定了没有服务：列出来', () => {
    expect(why('keyServed', asKey([]))).toEqual(['excluded:not-served']);
  });
  test('撤回的指定不算', () => {
    const withdrawn = designated('E1').map((one) => ({ ...one, withdrawn: true }));
    expect(why('keyServed', asKey([rated()], { designations: withdrawn }))).toEqual(['excluded:not-designated']);
  });
  test('窗口之后才指定：列出来，说明晚了；全年口径照算', () => {
    const given = asKey([rated()], { designations: designated('E1').map((one) => ({ ...one, from: '2026-11-01' })) });
    expect(items('keyServed', given)).toMatchObject([
      {
        status: 'excluded',
        because: 'designated-late',
        day: DAY,
        visitIds: [`v-${DAY}-s1`],
        facts: { from: '2026-11-01', to: '2026-10-31' },
      },
    ]);
    expect(why('keyServed', given, A, 'calendarYear')).toEqual(['counted:rated']);
  });
  test.each([
    ['2025-12-31', false, false],
    ['2026-01-01', true, true],
    ['2026-10-31', true, true],
    ['2026-11-01', false, true],
    ['2026-12-31', false, true],
    ['2027-01-01', false, false],
  ])('%s 指定：验收 %s，全年 %s；先服务后指定也可以', (from, acceptance, calendarYear) => {
    const given = asKey([rated()], { designations: designated('E1').map((one) => ({ ...one, from })) });
    expect(count('keyServed', given, A, 'acceptance').counted).toBe(acceptance ? 1 : 0);
    expect(count('keyServed', given, A, 'calendarYear').counted).toBe(calendarYear ? 1 : 0);
  });

  test('完成了没有评价：到评价截止前待定，之后不计', () => {
    const state = (moment: string) => why('keyServed', asKey([servedVisit(DAY)]), A, 'acceptance', at(moment));
    expect(state(`${DAY}T09:30`)).toEqual(['pending:in-service']);
    expect(state(`${DAY}T10:00`)).toEqual(['pending:unrated-open']);
    expect(state('2026-07-10T23:59:59.999')).toEqual(['pending:unrated-open']);
    expect(state('2026-07-11T00:00')).toEqual(['excluded:unrated']);
  });
  test('重开的评价又待定', () => {
    const reopened = servedVisit(DAY).reopenedThrough('2026-08-20');
    expect(why('keyServed', asKey([reopened]), A, 'acceptance', at('2026-08-20T23:00'))).toEqual([
      'pending:unrated-open',
    ]);
    expect(why('keyServed', asKey([reopened]), A, 'acceptance', at('2026-08-21T00:00'))).toEqual(['excluded:unrated']);
  });
  test.each([1, 2, 3, 4, 5])('满意度 %d 分一样算', (satisfaction) => {
    const given = asKey([servedVisit(DAY).rated(`${DAY}T12:00`, 's1', { satisfaction, expertise: satisfaction })]);
    expect(count('keyServed', given).counted).toBe(1);
  });
  test('评价在窗口之后给出，服务在窗口之内：算', () => {
    const late = servedVisit('2026-10-31').rated('2026-11-15T23:00', 's1');
    expect(count('keyServed', asKey([late])).counted).toBe(1);
  });
  test.each<[string, VisitBuilder, string]>([
    [
      '参与单位的评价不算',
      servedVisit(DAY).rated(`${DAY}T12:00`, 's1', { raterKind: 'party', rater: '学会' }),
      'excluded:unrated',
    ],
    ['作废的评价不算', rated().strikeRating('s1'), 'excluded:unrated'],
    ['评价的不是签到有效的特派员', servedVisit(DAY).rated(`${DAY}T12:00`, 's2'), 'excluded:unrated'],
    ['外区的服务不算', rated().inDistrict(CHANGPING), 'excluded:out-of-district'],
    ['作废的服务不算', rated().strike(), 'excluded:voided'],
    ['企业的签到作废了', rated().strikeCheckIn('e1'), 'excluded:one-sided'],
  ])('%s', (_, one, expected) => {
    expect(why('keyServed', asKey([one]))).toEqual([expected]);
  });
  test('唯一评价过的服务作废，少 1 家；评价还留着', () => {
    expect(count('keyServed', asKey([rated()])).counted).toBe(1);
    const voided = rated().strike();
    expect(count('keyServed', asKey([voided])).counted).toBe(0);
    expect(voided.visit.ratings).toHaveLength(1);
  });
  test('团队里只评价了不在册的一位：不算；评价了在册的一位：算', () => {
    const team = visitOf()
      .specialist('s1', `${DAY}T09:00`)
      .specialist('s2', `${DAY}T09:01`)
      .enterprise('e1', `${DAY}T09:05`)
      .completed(`${DAY}T10:00`);
    const persons = [commissioner('s1').person, commissioner('s2').suspended('2026-06-01').person];
    expect(why('keyServed', asKey([team.rated(`${DAY}T12:00`, 's2')], { persons }))).toEqual(['excluded:unrated']);
    expect(why('keyServed', asKey([team.rated(`${DAY}T12:00`, 's1')], { persons }))).toEqual(['counted:rated']);
  });
  test('别的站、别的年度的指定不算', () => {
    const [one] = designated('E1');
    for (const other of [{ stationId: `ST${CHANGPING}` }, { year: 2025 }])
      expect(
        count('keyServed', asKey([rated()], { designations: [{ ...(one as object), ...other } as never] })).counted,
      ).toBe(0);
  });
});

describe('STN-06-A2 其中专精特新企业', () => {
  const withCertificate = (
    visits: readonly VisitBuilder[],
    certificate: readonly [from: IsoDate, through: IsoDate, level?: string, verified?: boolean],
    designations = designated('E1'),
  ) => records(visits, { designations, enterprises: [enterpriseOf('E1').certified(...certificate).enterprise] });

  test.each<[string, readonly [IsoDate, IsoDate, string?, boolean?], readonly string[]]>([
    ['有效期含服务日', ['2026-01-01', '2026-12-31'], ['counted:valid-certificate']],
    ['服务日是最后一天', ['2026-01-01', DAY], ['counted:valid-certificate']],
    ['服务日是第一天', [DAY, '2026-12-31'], ['counted:valid-certificate']],
    ['前一天到期', ['2026-01-01', '2026-06-09'], ['excluded:certificate-lapsed']],
    ['后一天生效', ['2026-06-11', '2026-12-31'], ['excluded:certificate-not-yet']],
    ['没有核验', ['2026-01-01', '2026-12-31', '专精特新中小企业', false], ['pending:certificate-unverified']],
    ['到期又没核验', ['2026-01-01', '2026-06-09', '专精特新中小企业', false], ['excluded:certificate-lapsed']],
    ['小巨人', ['2026-01-01', '2026-12-31', '专精特新“小巨人”企业'], ['counted:valid-certificate']],
    ['创新型中小企业', ['2026-01-01', '2026-12-31', '创新型中小企业'], ['excluded:level-not-counting']],
    ['科技和创新型中小企业', ['2026-01-01', '2026-12-31', '科技和创新型中小企业'], ['excluded:level-not-counting']],
    ['高新技术企业', ['2026-01-01', '2026-12-31', '高新技术企业'], []],
  ])('证书%s', (_, certificate, expected) => {
    expect(why('zjtx', withCertificate([rated()], certificate))).toEqual(expected);
  });

  test('没有证书、不是重点服务的，不列', () => {
    expect(why('zjtx', records([rated()], { designations: designated('E1') }))).toEqual([]);
    expect(why('zjtx', withCertificate([rated()], ['2026-01-01', '2026-12-31'], []))).toEqual([]);
    expect(why('zjtx', withCertificate([servedVisit(DAY)], ['2026-01-01', '2026-12-31']))).toEqual([]);
  });
  test('证书只覆盖没有评价的那次服务：不算', () => {
    const given = withCertificate([rated(), servedVisit('2026-03-02')], ['2026-03-01', '2026-03-31']);
    expect(why('zjtx', given)).toEqual(['excluded:certificate-lapsed']);
    expect(count('keyServed', given).counted).toBe(1);
  });
  test('几次凭证服务里，有一次当天有效就算，算在那一天', () => {
    const given = withCertificate([rated(), rated('2026-03-02')], ['2026-06-01', '2026-12-31']);
    expect(items('zjtx', given)).toMatchObject([{ status: 'counted', day: DAY, visitIds: [`v-${DAY}-s1`] }]);
  });
  test('重点服务待定的，证书有效也待定，原因跟着重点服务走', () => {
    const given = withCertificate([servedVisit(DAY)], ['2026-01-01', '2026-12-31']);
    expect(why('zjtx', given, A, 'acceptance', at('2026-06-20T00:00'))).toEqual(['pending:unrated-open']);
  });
  test('几张证书取最好的一张', () => {
    const { enterprise } = enterpriseOf('E1')
      .certified('2025-01-01', '2025-12-31')
      .certified('2026-01-01', '2026-12-31', '专精特新中小企业', false)
      .certified('2026-01-01', '2026-12-31', '专精特新“小巨人”企业');
    const given = (some: number) =>
      records([rated()], {
        designations: designated('E1'),
        enterprises: [{ ...enterprise, qualifications: enterprise.qualifications.slice(0, some) }],
      });
    expect([1, 2, 3].map((some) => why('zjtx', given(some)).join())).toEqual([
      'excluded:certificate-lapsed',
      'pending:certificate-unverified',
      'counted:valid-certificate',
    ]);
  });
  test('几张都不行时，说最接近的那一张，不论存放的次序', () => {
    type Certificate = readonly [from: IsoDate, through: IsoDate, level?: string];
    const near: Certificate = ['2026-01-01', '2026-12-31', '创新型中小企业'];
    const lapsed: Certificate = ['2026-01-01', '2026-06-09'];
    for (const [one, other] of [
      [near, lapsed],
      [lapsed, near],
    ] as const) {
      const { enterprise } = enterpriseOf('E1')
        .certified(...one)
        .certified(...other);
      const given = records([rated()], { designations: designated('E1'), enterprises: [enterprise] });
      expect(why('zjtx', given)).toEqual(['excluded:certificate-lapsed']);
    }
  });
  test('10 家联系、9 家重点：专精特新 9', () => {
    const ids = Array.from({ length: 10 }, (_, i) => `E${i}`);
    const given = records(
      ids.map((id) => rated(DAY, `v-${id}`).of(id)),
      {
        designations: designated(...ids.slice(1)),
        enterprises: ids.map((id) => enterpriseOf(id).certified('2026-01-01', '2026-12-31').enterprise),
      },
    );
    expect(count('contacted', given).counted).toBe(10);
    expect(count('zjtx', given).counted).toBe(9);
  });
});

describe('STN-06-A2 对接产业特派员人次', () => {
  test('同一特派员、同一企业、同一天两次：1 人次', () => {
    const visits = [servedVisit(DAY, 's1', 'v1'), servedVisit(DAY, 's1', 'v2')];
    expect(count('personTimes', records(visits)).counted).toBe(1);
    expect(items('personTimes', records(visits))[0]?.visitIds).toEqual(['v1', 'v2']);
  });
  test('一天三家企业：3 人次', () => {
    const visits = ['E1', 'E2', 'E3'].map((id) => servedVisit(DAY, 's1', `v-${id}`).of(id));
    expect(count('personTimes', records(visits)).counted).toBe(3);
  });
  test('十天：10 人次', () => {
    const visits = Array.from({ length: 10 }, (_, i) => servedVisit(addDays(DAY, i)));
    expect(count('personTimes', records(visits)).counted).toBe(10);
  });

  const team = visitOf('team')
    .specialist('s1', `${DAY}T09:00`)
    .specialist('s2', `${DAY}T09:01`)
    .specialist('s3', `${DAY}T09:02`)
    .enterprise('e1', `${DAY}T09:05`)
    .completed(`${DAY}T10:00`);
  test('三人的团队：3 人次，企业 1 家；作废一人的签到，余 2', () => {
    expect(count('personTimes', records([team])).counted).toBe(3);
    expect(count('contacted', records([team])).counted).toBe(1);
    expect(count('personTimes', records([team.strikeCheckIn('s2')])).counted).toBe(2);
  });
  test('团队里一人不在册：其余照算，那一人说明原因', () => {
    const persons = [
      commissioner('s1').person,
      commissioner('s2').suspended(DAY, DAY).person,
      commissioner('s3').person,
    ];
    expect(why('personTimes', records([team], { persons }))).toEqual([
      'counted:served',
      'excluded:commissioner-inactive',
      'counted:served',
    ]);
    expect(count('contacted', records([team], { persons })).counted).toBe(1);
  });
  test('要完成才算，服务中待定', () => {
    expect(why('personTimes', records([servedVisit(DAY)]), A, 'acceptance', at(`${DAY}T09:59`))).toEqual([
      'pending:in-service',
    ]);
    expect(why('personTimes', records([servedVisit(DAY)]), A, 'acceptance', at(`${DAY}T10:00`))).toEqual([
      'counted:served',
    ]);
  });
  test('每一人次写明是谁、哪家企业、哪一天', () => {
    const named = items('personTimes', records([team])).map((one) => [one.commissionerId, one.enterpriseId, one.day]);
    expect(named).toEqual(['s1', 's2', 's3'].map((id) => [id, 'E1', DAY]));
  });
  test('不必评价，也不限本区（外区由站点写明原因安排）', () => {
    const outside = servedVisit(DAY).planned(DAY, { overrideReason: '两区都有厂区' }).inDistrict(CHANGPING);
    expect(count('personTimes', records([outside])).counted).toBe(1);
    expect(count('contacted', records([outside])).counted).toBe(0);
  });
  test('跨零点的算在首签那一天，只算一次', () => {
    const night = visitOf().specialist('s1', '2026-10-31T23:50').enterprise('e1', '2026-11-01T00:10');
    expect(items('personTimes', records([night]))).toMatchObject([{ status: 'counted', day: '2026-10-31' }]);
    expect(count('personTimes', records([night]), A, 'calendarYear').counted).toBe(1);
  });
});

describe('STN-06-B1 STN-06-C1 驻站产业特派员人次', () => {
  const roster = (from: IsoDate, to?: IsoDate, station = A.stationId, approved = true) => ({
    persons: [commissioner('s1').resident(station, from, to, approved).person],
  });
  test.each<[string, IsoDate, ReturnType<typeof roster>, boolean]>([
    ['6 月 1 日起驻站，5 月 31 日的服务', '2026-05-31', roster('2026-06-01'), false],
    ['6 月 1 日起驻站，当天的服务', '2026-06-01', roster('2026-06-01'), true],
    ['6 月 30 日到期，当天的服务', '2026-06-30', roster('2026-01-01', '2026-06-30'), true],
    ['6 月 30 日到期，次日的服务', '2026-07-01', roster('2026-01-01', '2026-06-30'), false],
    ['驻在别的站', '2026-06-01', roster('2026-01-01', undefined, `ST${CHANGPING}`), false],
    ['提名还没批准', '2026-06-01', roster('2026-01-01', undefined, A.stationId, false), false],
  ])('%s：B、C 类算不算 %#，A 类都算', (_, day, part, resident) => {
    const given = records([servedVisit(day)], part);
    const expected = resident ? ['counted:served'] : ['excluded:not-resident'];
    expect(why('personTimes', given, B)).toEqual(expected);
    expect(why('personTimes', given, C)).toEqual(expected);
    expect(why('personTimes', given, A)).toEqual(['counted:served']);
  });
  test('既不驻站又不在册，说不在册；取消的什么都不是', () => {
    const suspended = { persons: [commissioner('s1').suspended(DAY).person] };
    expect(why('personTimes', records([servedVisit(DAY)], suspended), B)).toEqual(['excluded:commissioner-inactive']);
    expect(items('personTimes', records([servedVisit(DAY).cancelled()]), B)).toEqual([]);
  });
  test('驻站只管人次，不管联系和重点服务', () => {
    const given = records([rated()], { designations: designated('E1') });
    expect(count('personTimes', given, B).counted).toBe(0);
    expect(count('contacted', given, B).counted).toBe(1);
    expect(count('keyServed', given, C).counted).toBe(1);
  });
  test('非驻站的单方签到不待定，因为对方来了也不算', () => {
    const waiting = records([visitOf().specialist('s1', `${DAY}T09:00`)]);
    const now = at(`${DAY}T10:00`);
    expect(why('personTimes', waiting, B, 'acceptance', now)).toEqual(['excluded:not-resident']);
    expect(why('personTimes', waiting, A, 'acceptance', now)).toEqual(['pending:awaiting-other-side']);
  });
});

describe('BST-02-B 不在册的特派员', () => {
  test.each([
    ['2026-06-09', true],
    ['2026-06-10', false],
    ['2026-06-20', false],
    ['2026-06-21', true],
  ])('6 月 10 日至 20 日暂停，%s 的服务算不算：%s', (day, counts) => {
    const persons = [commissioner('s1').suspended('2026-06-10', '2026-06-20').person];
    const given = records([rated(day)], { persons, designations: designated('E1') });
    for (const metric of ['contacted', 'keyServed', 'personTimes'] as const)
      expect([metric, count(metric, given).counted]).toEqual([metric, counts ? 1 : 0]);
    if (!counts) expect(why('contacted', given)).toEqual(['excluded:commissioner-inactive']);
  });
  test('没有档案的人不算', () => {
    expect(why('contacted', records([servedVisit(DAY, 'unknown')]))).toEqual(['excluded:commissioner-inactive']);
  });
  test('不在册的人先到，不给企业留待定', () => {
    const waiting = records([visitOf().specialist('unknown', `${DAY}T09:00`)]);
    expect(why('contacted', waiting, A, 'acceptance', at(`${DAY}T10:00`))).toEqual(['excluded:commissioner-inactive']);
  });
});

describe('STN-07-9 验收到 10 月 31 日，全年另列', () => {
  test.each<[string, boolean, boolean]>([
    ['2026-10-31T15:59:59.999Z', true, true],
    ['2026-10-31T16:00:00.000Z', false, true],
    ['2026-12-31T15:59:59.999Z', false, true],
    ['2025-12-31T16:00:00.000Z', true, true],
  ])('%s 签到：验收 %s，全年 %s', (moment, acceptance, calendarYear) => {
    const instant = Date.parse(moment);
    const one = visitOf()
      .specialist('s1', '2026-06-10T09:00', { at: instant })
      .enterprise('e1', '2026-06-10T09:05', { at: instant });
    for (const metric of ['contacted', 'personTimes'] as const) {
      expect(count(metric, records([one]), A, 'acceptance').counted).toBe(acceptance ? 1 : 0);
      expect(count(metric, records([one]), A, 'calendarYear').counted).toBe(calendarYear ? 1 : 0);
    }
    if (!acceptance) expect(why('contacted', records([one]))).toEqual(['excluded:out-of-window']);
  });
  test('一次在窗口内、一次在窗口外：验收按窗口内的算', () => {
    const given = records([servedVisit('2026-11-01'), servedVisit('2026-03-02')]);
    expect(items('contacted', given)).toMatchObject([{ status: 'counted', day: '2026-03-02' }]);
  });
});

describe('STN-03-A 一年一个项目', () => {
  test('12 月 31 日 16:30（UTC）是次年的服务', () => {
    const instant = Date.parse('2026-12-31T16:30:00Z');
    const one = visitOf()
      .specialist('s1', `${DAY}T09:00`, { at: instant })
      .enterprise('e1', `${DAY}T09:00`, { at: instant });
    for (const view of VIEWS) {
      expect(count('contacted', records([one]), A, view).counted).toBe(0);
      expect(count('contacted', records([one]), { ...A, year: 2027 }, view).counted).toBe(1);
    }
  });
  test('多出来的不带到下一年', () => {
    const given = records([rated('2026-03-02')], { designations: designated('E1') });
    for (const metric of METRICS)
      expect(count(metric, given, { ...A, year: 2027 }, 'calendarYear')).toEqual({
        counted: 0,
        pending: 0,
        excluded: 0,
      });
  });
});

describe('VIS-15-A 补签得来的双方签到', () => {
  test('算在服务日；完成于成为双方的那天 24:00', () => {
    const one: Visit = visitOf()
      .specialist('s1', '2026-10-30T09:00')
      .enterprise('e1', '2026-11-03T10:00', { method: 'makeUp' }).visit;
    const given = recordsOf({ persons: people, visits: [one] });
    expect(items('personTimes', given, A, 'acceptance', at('2026-11-03T23:59'))).toMatchObject([{ status: 'pending' }]);
    expect(items('personTimes', given, A, 'acceptance', at('2026-11-04T00:00'))).toMatchObject([
      { status: 'counted', day: '2026-10-30' },
    ]);
  });
});

describe('VIS-15-C 只因时间而变的计数，预告下一个时刻', () => {
  const [served] = factsOf(records([servedVisit(DAY)]), A);
  const [waiting] = factsOf(records([visitOf().specialist('s1', '2026-03-02T09:00')]), A);
  test.each([
    [`${DAY}T09:30`, `${DAY}T10:00`],
    [`${DAY}T10:00`, '2026-06-16T00:00'],
    ['2026-06-16T00:00', '2026-07-11T00:00'],
    ['2026-07-11T00:00', undefined],
  ])('双方签到的：%s 之后是 %s', (now, next) => {
    expect(countsChangeAt(served as EnterpriseFacts, at(now))).toBe(next === undefined ? undefined : at(next));
  });
  test('只有一方的：等到第 3 个工作日过完', () => {
    expect(countsChangeAt(waiting as EnterpriseFacts, at('2026-03-02T10:00'))).toBe(at('2026-03-06T00:00'));
    expect(countsChangeAt(waiting as EnterpriseFacts, at('2026-03-06T00:00'))).toBeUndefined();
    expect(waiting?.visits).toMatchObject([{ completedAt: null, ratingEnds: null }]);
  });
  test('作废的、取消的、没有服务的不再变', () => {
    for (const one of [servedVisit(DAY).strike(), servedVisit(DAY).cancelled()]) {
      const [facts] = factsOf(records([one]), A);
      expect(countsChangeAt(facts as EnterpriseFacts, at(`${DAY}T09:30`))).toBeUndefined();
    }
    expect(
      countsChangeAt({ enterpriseId: 'E1', visits: [], designation: null, qualifications: [] }, at(`${DAY}T09:30`)),
    ).toBeUndefined();
  });
});
