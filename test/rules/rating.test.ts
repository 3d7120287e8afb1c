import { contract } from '../../shared/api';
import { mayRate, normaliseOrg, type RatingContent, raterOf, ratingClosesOn, ratingWindow } from '../../shared/visit';
import { at, type VisitBuilder, visitOf } from '../builders';
import { because } from './because';

const DAY = '2026-03-02';
const inService = visitOf()
  .specialist('s1', `${DAY}T09:00`)
  .specialist('s2', `${DAY}T09:01`)
  .enterprise('e1', `${DAY}T09:05`)
  .party('p1', `${DAY}T09:06`, { orgName: '市传感学会' });
const completed = inService.completed(`${DAY}T10:00`, 's1');

const content = (part: Partial<RatingContent> = {}): RatingContent => ({
  theme: '封装工艺诊断',
  from: at(`${DAY}T09:05`),
  to: at(`${DAY}T10:00`),
  expertise: 4,
  satisfaction: 5,
  ...part,
});
const who = (personId: string, enterpriseContact = false) => ({ personId, enterpriseContact });
const rate = (one: VisitBuilder, moment: string, by = who('e1'), about = 's1', what = content()) =>
  mayRate(one.visit, by, about, what, at(moment));

const on = (day: string) =>
  visitOf().specialist('s1', `${day}T09:00`).enterprise('e1', `${day}T09:05`).completed(`${day}T10:00`);
/** Open through the last millisecond of that day, and not one longer. */
const closesAtEndOf = (day: string, closesOn: string): void => {
  const one = on(day);
  const what = content({ from: at(`${day}T09:00`), to: at(`${day}T10:00`) });
  expect(ratingClosesOn(one.visit)).toBe(closesOn);
  expect(rate(one, `${closesOn}T23:59:59`, who('e1'), 's1', what).value).toBe(true);
  expect(rate(one, `${closesOn}T23:59:59.999`, who('e1'), 's1', what).value).toBe(true);
  const after = mayRate(one.visit, who('e1'), 's1', what, at(`${closesOn}T23:59:59.999`) + 1);
  expect(because(after)).toEqual(['window-closed']);
};

describe('VIS-15-C 谁可以评价', () => {
  test.each<[string, VisitBuilder, ReturnType<typeof who>, ReturnType<typeof raterOf>]>([
    ['企业签到的人', completed, who('e1'), { raterKind: 'enterprise', rater: 'enterprise' }],
    ['没签到的企业联系人', completed, who('contact', true), { raterKind: 'enterprise', rater: 'enterprise' }],
    ['签到的参与单位', completed, who('p1'), { raterKind: 'party', rater: '市传感学会' }],
    ['特派员', completed, who('s1'), 'is-commissioner'],
    ['另一位特派员', completed, who('s2'), 'is-commissioner'],
    ['签到已作废的特派员', completed.strikeCheckIn('s2'), who('s2'), 'is-commissioner'],
    ['兼任企业联系人的特派员', completed, who('s1', true), 'is-commissioner'],
    ['安排了没有来的特派员', completed.with({ commissionerIds: ['s1', 's9'] }), who('s9'), 'is-commissioner'],
    ['没有签到的单位', completed, who('p9'), 'not-attended'],
    ['签到已作废的企业人员', completed.strikeCheckIn('e1'), who('e1'), 'not-attended'],
    ['签到已作废的参与单位', completed.strikeCheckIn('p1'), who('p1'), 'not-attended'],
  ])('%s', (_, one, person, expected) => {
    expect(raterOf(one.visit, person)).toEqual(expected);
    const decision = mayRate(one.visit, person, 's1', content(), at(`${DAY}T12:00`));
    if (typeof expected === 'string') expect(because(decision)).toContain(expected);
    else expect(decision.value).toBe(true);
  });

  test('企业的两个人是同一个评价方，第二份是修改而不是第二票', () => {
    const two = completed.enterprise('e2', `${DAY}T09:07`);
    expect(raterOf(two.visit, who('e2'))).toEqual(raterOf(two.visit, who('e1')));
  });
  test('同一单位怎么写都是同一方', () => {
    expect(normaliseOrg(' 市 传感学会（ＡＢＣ）')).toBe(normaliseOrg('市传感学会(abc)'));
    expect(normaliseOrg('市传感学会')).not.toBe(normaliseOrg('市传动学会'));
  });
  test('被评价的要是这次签到有效的特派员', () => {
    expect(rate(completed, `${DAY}T12:00`, who('e1'), 's2').value).toBe(true);
    expect(because(rate(completed, `${DAY}T12:00`, who('e1'), 's9'))).toEqual(['commissioner-not-in-visit']);
    expect(because(rate(completed.strikeCheckIn('s2'), `${DAY}T12:00`, who('e1'), 's2'))).toEqual([
      'commissioner-not-in-visit',
    ]);
  });
});

describe('VIS-15-C 评价的期限', () => {
  test('完成之前不能评价', () => {
    expect(because(rate(inService, `${DAY}T09:59`))).toEqual(['not-completed']);
    expect(because(rate(completed, `${DAY}T09:59:59.999`))).toEqual(['not-completed']);
    expect(rate(completed, `${DAY}T10:00`).value).toBe(true);
    expect(rate(inService, '2026-03-03T00:00').value).toBe(true);
  });
  test.each<[string, VisitBuilder]>([
    ['作废', completed.strike()],
    ['取消', completed.cancelled()],
    ['只剩一方', completed.strikeCheckIn('e1')],
  ])('%s的服务不评价', (_, one) => {
    expect(ratingWindow(one.visit, at(`${DAY}T12:00`)).value).toBe('before');
  });

  test.each([
    [DAY, '2026-04-01'],
    ['2026-01-31', '2026-03-02'],
    ['2024-01-31', '2024-03-01'],
    ['2026-10-15', '2026-11-14'],
    ['2026-11-01', '2026-12-01'],
    ['2026-12-31', '2027-01-30'],
  ])('%s 的服务，评价到第 30 天 %s 24:00', closesAtEndOf);
  test('重开的评价按重开的最后一天', () => {
    const reopened = on('2026-10-20').reopenedThrough('2026-12-24');
    expect(ratingWindow(reopened.visit, at('2026-12-24T23:59:59')).value).toBe('open');
    expect(ratingWindow(reopened.visit, at('2026-12-25T00:00')).value).toBe('closed');
  });
  test('补签得来的双方签到，期限仍从服务日起算', () => {
    const madeUp = visitOf()
      .specialist('s1', `${DAY}T09:00`)
      .enterprise('e1', '2026-03-04T10:00', { method: 'makeUp' });
    expect(ratingClosesOn(madeUp.visit)).toBe('2026-04-01');
    expect(ratingWindow(madeUp.visit, at('2026-03-04T12:00')).value).toBe('before');
    expect(ratingWindow(madeUp.visit, at('2026-03-05T00:00')).value).toBe('open');
  });
  test('依据写明最后一天', () => {
    expect(ratingWindow(on(DAY).visit, at('2026-04-02T00:00')).findings[0]?.facts).toEqual({
      closesOn: '2026-04-01',
      on: '2026-04-02',
    });
  });
});

describe('STN-07-10 10 月 31 日以前的服务，评价最迟到交总结报告的 11 月 15 日', () => {
  test.each([
    ['2026-10-16', '2026-11-15'],
    ['2026-10-17', '2026-11-15'],
    ['2026-10-31', '2026-11-15'],
    ['2025-10-31', '2025-11-15'],
  ])('%s 的服务，评价到 %s 24:00', closesAtEndOf);
  test('重开的不受这一天限制', () => {
    expect(ratingClosesOn(on('2026-10-20').reopenedThrough('2026-12-24').visit)).toBe('2026-12-24');
  });
});

describe('VIS-15-D 主题、时间、专业度、满意度', () => {
  const given = (part: Partial<RatingContent>) => rate(completed, `${DAY}T12:00`, who('e1'), 's1', content(part));
  test.each([1, 2, 3, 4, 5])('%d 分，两项都收', (score) => {
    expect(given({ expertise: score }).value).toBe(true);
    expect(given({ satisfaction: score }).value).toBe(true);
  });
  test.each([0, 6, -1, 4.5, Number.NaN, Number.POSITIVE_INFINITY])('%d 分，两项都不收', (score) => {
    for (const field of ['expertise', 'satisfaction'] as const) {
      const decision = given({ [field]: score });
      expect(because(decision)).toEqual(['score-out-of-scale']);
      expect(decision.findings.find((one) => one.verdict === 'unmet')).toMatchObject({
        clause: 'VIS-15-D',
        facts: { field, min: 1, max: 5 },
      });
    }
  });

  test.each<[string, string, string, string | undefined, readonly string[], readonly string[]]>([
    ['服务日内', `${DAY}T09:00`, `${DAY}T10:00`, undefined, [], []],
    ['起止同一刻', `${DAY}T09:00`, `${DAY}T09:00`, undefined, [], []],
    ['止早于起', `${DAY}T10:00`, `${DAY}T09:59`, undefined, ['time-reversed'], []],
    ['跨到次日，服务日在内', `${DAY}T23:00`, '2026-03-03T01:00', undefined, [], []],
    ['从前一日起，服务日在内', '2026-03-01T23:00', `${DAY}T00:00`, undefined, [], []],
    ['整个在前一日', '2026-03-01T09:00', '2026-03-01T23:59', undefined, ['other-day-reason-needed'], []],
    ['整个在后一日', '2026-03-03T00:00', '2026-03-03T10:00', undefined, ['other-day-reason-needed'], []],
    ['后一日，写了原因', '2026-03-03T09:00', '2026-03-03T10:00', '第二天继续试验', [], ['other-day']],
    ['后一日，原因空着', '2026-03-03T09:00', '2026-03-03T10:00', '', ['other-day-reason-needed'], []],
  ])('活动时间：%s', (_, from, to, dayReason, unmet, warned) => {
    const decision = given({ from: at(from), to: at(to), ...(dayReason !== undefined && { dayReason }) });
    expect(because(decision)).toEqual(unmet);
    expect(because(decision, 'warned')).toEqual(warned);
    expect(decision.value).toBe(unmet.length === 0);
  });

  test('所有毛病一次说全', () => {
    const decision = rate(
      completed,
      '2026-05-01T09:00',
      who('x'),
      's9',
      content({ expertise: 0, satisfaction: 6, to: at(`${DAY}T08:00`) }),
    );
    expect([...because(decision)].sort()).toEqual([
      'commissioner-not-in-visit',
      'not-attended',
      'score-out-of-scale',
      'score-out-of-scale',
      'time-reversed',
      'window-closed',
    ]);
  });

  const { input } = contract['rating.submit'];
  const form = {
    nonce: 'nonce-0001',
    visitId: 'V1',
    commissionerId: 's1',
    theme: '封装工艺诊断',
    from: `${DAY}T09:00:00+08:00`,
    to: `${DAY}T10:00:00+08:00`,
    expertise: 4,
    satisfaction: 5,
  };
  test('四项必填，说的话可以不填，最多 500 字', () => {
    expect(input.safeParse(form).success).toBe(true);
    for (const field of ['theme', 'from', 'to', 'expertise', 'satisfaction'])
      expect([field, input.safeParse({ ...form, [field]: undefined }).success]).toEqual([field, false]);
    expect(input.safeParse({ ...form, theme: ' ' }).success).toBe(false);
    expect(input.safeParse({ ...form, theme: '题'.repeat(100) }).success).toBe(true);
    expect(input.safeParse({ ...form, theme: '题'.repeat(101) }).success).toBe(false);
    expect(input.safeParse({ ...form, comment: '好'.repeat(500) }).success).toBe(true);
    expect(input.safeParse({ ...form, comment: '好'.repeat(501) }).success).toBe(false);
  });
});
