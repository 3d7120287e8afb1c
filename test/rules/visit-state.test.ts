import {
  completionAt,
  dayOfVisit,
  elapsed,
  mayCancel,
  mayCheckIn,
  mayComplete,
  mayPlan,
  mayReopenRating,
  mayRequestMakeUp,
  mayVoid,
  nextChangeAt,
  pairedAt,
  ratingClosesOn,
  serviceDateOf,
  stateAt,
  VISIT_STATES,
  type VisitState,
} from '../../shared/visit';
import { at, type VisitBuilder, visitOf } from '../builders';
import { because } from './because';

/** Monday; the third working day after it is Thursday. */
const DAY = '2026-03-02';
const planned = visitOf().planned(DAY);
const specialistIn = visitOf().specialist('s1', `${DAY}T09:00`);
const enterpriseIn = planned.enterprise('e1', `${DAY}T09:00`);
const inService = specialistIn.enterprise('e1', `${DAY}T09:05`);
const completed = inService.completed(`${DAY}T10:00`, 's1');
const rated = completed.rated(`${DAY}T12:00`, 's1');

const stateOf = (one: VisitBuilder, moment: string): VisitState => stateAt(one.visit, at(moment));

describe('VIS-15-A 服务状态表（D1）', () => {
  describe('– → planned：安排', () => {
    test('安排好、没有人签到，当天 24:00 前是待签到', () => {
      expect(stateOf(planned, '2026-02-20T08:00')).toBe('planned');
      expect(stateOf(planned, `${DAY}T23:59:59.999`)).toBe('planned');
    });
    test('可以安排的条件', () => {
      const plan = {
        day: DAY,
        serviceTypes: ['技术诊断'] as const,
        commissioners: [{ id: 's1', active: true }],
        enterpriseDistrict: '110108',
        stationDistrict: '110108',
      };
      expect(mayPlan(plan, DAY).value).toBe(true);
    });
  });

  test('– → specialist_in：特派员扫海报，新开一次服务', () => {
    expect(stateOf(specialistIn, `${DAY}T09:00`)).toBe('specialist_in');
    expect(dayOfVisit(specialistIn.visit)).toBe(DAY);
  });

  test('planned → specialist_in；enterprise_in → in_service：特派员签到', () => {
    expect(stateOf(planned.specialist('s1', `${DAY}T09:00`), `${DAY}T09:00`)).toBe('specialist_in');
    expect(stateOf(enterpriseIn.specialist('s1', `${DAY}T09:10`), `${DAY}T09:10`)).toBe('in_service');
  });

  test('planned → enterprise_in；specialist_in → in_service：企业签到', () => {
    expect(stateOf(enterpriseIn, `${DAY}T09:00`)).toBe('enterprise_in');
    expect(stateOf(inService, `${DAY}T09:05`)).toBe('in_service');
  });

  test.each<[string, VisitBuilder, VisitState]>([
    ['待签到', planned, 'planned'],
    ['特派员已签到', specialistIn, 'specialist_in'],
    ['企业已签到', enterpriseIn, 'enterprise_in'],
    ['服务中', inService, 'in_service'],
  ])('任何进行中的状态 → 不变：参与单位签到（%s）', (_, one, state) => {
    const more = one.party('p1', `${DAY}T08:00`);
    expect(stateOf(more, `${DAY}T09:30`)).toBe(state);
    expect(serviceDateOf(more.visit)).toBe(serviceDateOf(one.visit));
    expect(pairedAt(more.visit)).toBe(pairedAt(one.visit));
  });

  test('in_service → completed：有人完成', () => {
    expect(stateOf(inService, `${DAY}T10:00`)).toBe('in_service');
    expect(stateOf(completed, `${DAY}T10:00`)).toBe('completed');
    expect(completionAt(completed.visit, at(`${DAY}T10:00`))?.auto).toBe(false);
  });

  describe('in_service → completed：当天 24:00 自动完成', () => {
    test('23:59:59.999 还在服务，24:00 完成', () => {
      expect(stateOf(inService, `${DAY}T23:59:59.999`)).toBe('in_service');
      expect(stateOf(inService, '2026-03-03T00:00')).toBe('completed');
      expect(completionAt(inService.visit, at('2026-03-05T08:00'))).toEqual({
        at: at('2026-03-03T00:00'),
        by: 'system',
        auto: true,
      });
    });
    test('跨零点才成为双方的，在成为双方的那一天 24:00', () => {
      const overnight = visitOf().specialist('s1', `${DAY}T23:50`).enterprise('e1', '2026-03-03T00:10');
      expect(serviceDateOf(overnight.visit)).toBe(DAY);
      expect(stateOf(overnight, '2026-03-03T23:59:59.999')).toBe('in_service');
      expect(stateOf(overnight, '2026-03-04T00:00')).toBe('completed');
    });
    test('人先完成的，不再自动完成', () => {
      expect(completionAt(completed.visit, at('2026-03-05T08:00'))?.by).toBe('s1');
    });
  });

  test('completed → rated：企业评价；参与单位的评价、作废的评价不算', () => {
    expect(stateOf(rated, `${DAY}T12:00`)).toBe('rated');
    expect(stateOf(rated, '2027-03-02T12:00')).toBe('rated');
    const byParty = completed.rated(`${DAY}T12:00`, 's1', { raterKind: 'party', rater: '市传感学会' });
    expect(stateOf(byParty, `${DAY}T12:00`)).toBe('completed');
    expect(stateOf(rated.strikeRating('s1'), `${DAY}T13:00`)).toBe('completed');
    expect(stateOf(rated.strikeRating('s1'), '2026-05-01T13:00')).toBe('rating_closed');
  });

  test('completed → rating_closed：第 30 天 24:00 仍没有评价', () => {
    expect(ratingClosesOn(completed.visit)).toBe('2026-04-01');
    expect(stateOf(completed, '2026-04-01T23:59:59.999')).toBe('completed');
    expect(stateOf(completed, '2026-04-02T00:00')).toBe('rating_closed');
  });

  test('rating_closed → completed：重开，到重开的最后一天', () => {
    const now = at('2026-05-06T09:00');
    expect(mayReopenRating(completed.visit, '2026-05-20', now).value).toBe(true);
    const reopened = completed.reopenedThrough('2026-05-20');
    expect(stateOf(reopened, '2026-05-06T09:00')).toBe('completed');
    expect(stateOf(reopened, '2026-05-20T23:59:59.999')).toBe('completed');
    expect(stateOf(reopened, '2026-05-21T00:00')).toBe('rating_closed');
    expect(stateOf(reopened.rated('2026-05-10T09:00', 's1'), '2026-05-21T00:00')).toBe('rated');
  });

  test('planned → cancelled：签到之前取消', () => {
    expect(mayCancel(planned.visit, at(`${DAY}T08:00`)).value).toBe(true);
    expect(stateOf(planned.cancelled(), `${DAY}T08:00`)).toBe('cancelled');
    expect(stateOf(planned.cancelled(), '2026-03-09T08:00')).toBe('cancelled');
  });

  test('planned → no_show：当天 24:00 没有人签到', () => {
    expect(stateOf(planned, '2026-03-03T00:00')).toBe('no_show');
  });

  test.each<[string, VisitBuilder]>([
    ['特派员', specialistIn],
    ['企业', enterpriseIn],
  ])('只有%s一方 → awaiting_other_side：当天 24:00', (_, one) => {
    expect(stateOf(one, `${DAY}T23:59:59.999`)).not.toBe('awaiting_other_side');
    expect(stateOf(one, '2026-03-03T00:00')).toBe('awaiting_other_side');
  });

  test('awaiting_other_side → in_service：另一方在第一次签到后 240 分钟内，标明跨零点', () => {
    const late = visitOf().specialist('s1', `${DAY}T23:50`);
    const attempt = {
      personId: 'e1',
      side: 'enterprise' as const,
      method: 'live' as const,
      orgName: late.visit.enterprise.name,
      receivedAt: at('2026-03-03T00:10'),
    };
    expect(stateOf(late, '2026-03-03T00:10')).toBe('awaiting_other_side');
    const decision = mayCheckIn(late.visit, attempt, at('2026-03-03T00:10'));
    expect(decision.value).toBe(true);
    expect(decision.findings.map((one) => one.because)).toContain('overnight');
    const both = late.enterprise('e1', '2026-03-03T00:10');
    expect(stateOf(both, '2026-03-03T00:10')).toBe('in_service');
    expect(serviceDateOf(both.visit)).toBe(DAY);
  });

  test.each<[string, VisitBuilder, string, string]>([
    ['周一', specialistIn, '2026-03-05T23:59:59.999', '2026-03-06T00:00'],
    ['周五，跨周末', visitOf().specialist('s1', '2026-03-06T09:00'), '2026-03-11T23:59', '2026-03-12T00:00'],
    ['国庆前一天', visitOf().specialist('s1', '2026-09-30T09:00'), '2026-10-10T23:59', '2026-10-11T00:00'],
  ])('awaiting_other_side → no_show：第 3 个工作日过完，单方签到仍留存（%s）', (_, one, last, over) => {
    expect(stateOf(one, last)).toBe('awaiting_other_side');
    expect(stateOf(one, over)).toBe('no_show');
    expect(one.visit.checkIns).toHaveLength(1);
  });

  test('awaiting_other_side → in_service：补签批准后', () => {
    const ask = { side: 'enterprise' as const, personId: 'e1' };
    expect(mayRequestMakeUp(specialistIn.visit, ask, at('2026-03-03T10:00')).value).toBe(true);
    const added = specialistIn.enterprise('e1', '2026-03-04T10:00', { method: 'makeUp' });
    expect(stateOf(added, '2026-03-04T10:00')).toBe('in_service');
    expect(serviceDateOf(added.visit)).toBe(DAY);
    expect(stateOf(added, '2026-03-05T00:00')).toBe('completed');
  });

  describe('除已取消外 → voided：作废', () => {
    test.each<[VisitState, VisitBuilder, string]>([
      ['planned', planned, `${DAY}T08:00`],
      ['specialist_in', specialistIn, `${DAY}T09:01`],
      ['enterprise_in', enterpriseIn, `${DAY}T09:01`],
      ['in_service', inService, `${DAY}T09:30`],
      ['completed', completed, `${DAY}T11:00`],
      ['rated', rated, `${DAY}T13:00`],
      ['rating_closed', completed, '2026-05-01T09:00'],
      ['awaiting_other_side', specialistIn, '2026-03-04T09:00'],
      ['no_show', specialistIn, '2026-03-10T09:00'],
    ])('%s', (state, one, moment) => {
      expect(stateOf(one, moment)).toBe(state);
      expect(mayVoid(one.visit, at(moment)).value).toBe(true);
      expect(stateOf(one.strike(), moment)).toBe('voided');
    });
    test.each<[VisitState, VisitBuilder]>([
      ['cancelled', planned.cancelled()],
      ['voided', rated.strike()],
    ])('%s 不能再作废', (state, one) => {
      const decision = mayVoid(one.visit, at(`${DAY}T08:00`));
      expect(decision).toMatchObject({ value: false, findings: [{ verdict: 'unmet', because: `visit-${state}` }] });
    });
    test('作废之后评价留存，但不再有效', () => {
      expect(rated.strike().visit.ratings).toHaveLength(1);
      expect(stateOf(rated.strike(), '2027-01-01T00:00')).toBe('voided');
    });
  });

  test('每个状态都有到达的路', () => {
    const reached = [
      stateOf(planned, `${DAY}T08:00`),
      stateOf(specialistIn, `${DAY}T09:00`),
      stateOf(enterpriseIn, `${DAY}T09:00`),
      stateOf(inService, `${DAY}T09:30`),
      stateOf(completed, `${DAY}T11:00`),
      stateOf(rated, `${DAY}T13:00`),
      stateOf(completed, '2026-05-01T09:00'),
      stateOf(specialistIn, '2026-03-03T00:00'),
      stateOf(planned, '2026-03-03T00:00'),
      stateOf(planned.cancelled(), `${DAY}T08:00`),
      stateOf(rated.strike(), `${DAY}T13:00`),
    ];
    expect([...reached].sort()).toEqual([...VISIT_STATES].sort());
  });
});

describe('VIS-15-A 作废签到之后', () => {
  test('一方的签到全部作废，退回只有另一方', () => {
    expect(stateOf(completed.strikeCheckIn('e1'), `${DAY}T11:00`)).toBe('specialist_in');
    expect(stateOf(completed.strikeCheckIn('s1'), `${DAY}T11:00`)).toBe('enterprise_in');
    expect(stateOf(rated.strikeCheckIn('e1'), '2026-03-04T09:00')).toBe('awaiting_other_side');
  });
  test('团队里作废一人，其余的人照算', () => {
    const team = specialistIn.specialist('s2', `${DAY}T09:02`).enterprise('e1', `${DAY}T09:05`);
    expect(stateOf(team.strikeCheckIn('s2'), `${DAY}T09:30`)).toBe('in_service');
  });
  test('最早的签到作废，服务日跟着最早的有效签到走', () => {
    const both = visitOf().specialist('s1', `${DAY}T23:50`).enterprise('e1', '2026-03-03T00:10');
    expect(serviceDateOf(both.visit)).toBe(DAY);
    expect(serviceDateOf(both.strikeCheckIn('s1').visit)).toBe('2026-03-03');
  });
  test('双方都作废，按安排的日子算；没有安排的按原来的签到', () => {
    const none = inService.strikeCheckIn('s1').strikeCheckIn('e1');
    expect(serviceDateOf(none.visit)).toBeUndefined();
    expect(dayOfVisit(none.visit)).toBe(DAY);
    expect(dayOfVisit(none.planned('2026-03-09').visit)).toBe('2026-03-09');
    expect(stateOf(none, '2026-03-03T00:00')).toBe('no_show');
  });
});

describe('VIS-15-C 时间自己走过的状态', () => {
  test('一方签到后：待补签，然后未成行', () => {
    expect(nextChangeAt(specialistIn.visit, at(`${DAY}T10:00`))).toBe(at('2026-03-03T00:00'));
    expect(elapsed(specialistIn.visit, at(`${DAY}T10:00`), at('2026-03-20T00:00'))).toEqual([
      { kind: 'awaiting', at: at('2026-03-03T00:00') },
      { kind: 'noShow', at: at('2026-03-06T00:00') },
    ]);
  });
  test('双方签到后：自动完成，然后评价关闭', () => {
    expect(elapsed(inService.visit, at(`${DAY}T10:00`), at('2026-06-01T00:00'))).toEqual([
      { kind: 'autoCompleted', at: at('2026-03-03T00:00') },
      { kind: 'ratingClosed', at: at('2026-04-02T00:00') },
    ]);
  });
  test('只写区间里的：起点之前的不重写，恰在终点的要写', () => {
    const from = at('2026-03-03T00:00');
    expect(elapsed(inService.visit, from, at('2026-04-01T23:59'))).toEqual([]);
    expect(elapsed(inService.visit, from, at('2026-04-02T00:00'))).toHaveLength(1);
  });
  test('已评价、已作废、已取消的不再变', () => {
    for (const one of [rated, rated.strike(), planned.cancelled()])
      expect(nextChangeAt(one.visit, at(`${DAY}T13:00`))).toBeUndefined();
  });
});

describe('VIS-15-C 完成服务', () => {
  const now = at(`${DAY}T10:00`);
  const by = (personId: string, part = {}) => ({ personId, enterpriseContact: false, ...part });
  const team = inService.specialist('s2', `${DAY}T09:20`);

  test.each<[string, VisitBuilder, Parameters<typeof mayComplete>[1], boolean]>([
    ['先签到的特派员', team, by('s1'), true],
    ['后签到的特派员', team, by('s2'), false],
    ['企业签到的人', team, by('e1'), true],
    ['企业后到的第二个人', team.enterprise('e2', `${DAY}T09:30`), by('e2'), true],
    ['没签到的企业联系人', team, by('contact', { enterpriseContact: true }), true],
    ['参与单位', team.party('p1', `${DAY}T09:30`), by('p1'), false],
    ['旁人', team, by('x'), false],
    ['签到已作废的企业人员', team.enterprise('e2', `${DAY}T09:06`).strikeCheckIn('e2'), by('e2'), false],
    ['带队的签到作废后，由下一位带队', team.strikeCheckIn('s1'), by('s2'), true],
  ])('%s：%#', (_, one, who, allowed) => {
    const decision = mayComplete(one.visit, who, now);
    expect(decision.value).toBe(allowed);
    expect(because(decision)).toEqual(allowed ? [] : ['not-lead-nor-enterprise']);
    expect(because(decision, 'met')).toEqual(allowed ? ['completed'] : []);
  });

  test.each<[string, VisitBuilder]>([
    ['只有特派员', specialistIn],
    ['已完成', completed],
    ['已评价', rated],
    ['已作废', inService.strike()],
  ])('不在服务中不能完成：%s', (_, one) => {
    const decision = mayComplete(one.visit, by('s1'), now);
    expect(decision.value).toBe(false);
    expect(because(decision)).toContain('not-in-service');
  });

  test('不早于后一方的签到', () => {
    expect(mayComplete(inService.visit, by('s1'), at(`${DAY}T09:05`)).value).toBe(true);
    const early = mayComplete(inService.visit, by('s1'), at(`${DAY}T09:04:59.999`));
    expect(because(early)).toEqual(['before-check-in']);
  });

  test('跨日完成要写原因', () => {
    const overnight = visitOf().specialist('s1', `${DAY}T23:50`).enterprise('e1', '2026-03-03T00:10');
    const after = at('2026-03-03T01:00');
    const without = mayComplete(overnight.visit, by('s1'), after);
    expect(because(without)).toEqual(['overnight-reason-needed']);
    expect(mayComplete(overnight.visit, by('s1', { overnightReason: '' }), after).value).toBe(false);
    expect(mayComplete(overnight.visit, by('s1', { overnightReason: '设备调试到凌晨' }), after).value).toBe(true);
  });
});
