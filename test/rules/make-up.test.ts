import type { MakeUp } from '../../shared/visit';
import { mayConfirmMakeUp, mayDecideMakeUp, mayRequestMakeUp, openMakeUp } from '../../shared/visit';
import { at, type VisitBuilder, visitOf } from '../builders';
import { because } from './because';

const DAY = '2026-03-02';
const specialistIn = visitOf().specialist('s1', `${DAY}T09:00`);
const enterpriseIn = visitOf().planned(DAY).enterprise('e1', `${DAY}T09:00`);
const ask = (one: VisitBuilder, side: MakeUp['side'], personId: string, moment: string) =>
  mayRequestMakeUp(one.visit, { side, personId }, at(moment));
const DECIDED = { at: at('2026-03-04T09:00'), by: 'district', approved: false, reason: '不实' };
const CONFIRMED = { at: at('2026-03-03T12:00'), by: 's1' };

describe('VIS-15-A 申请补签', () => {
  test.each<[string, VisitBuilder, MakeUp['side'], string]>([
    ['企业没签，特派员签了', specialistIn, 'enterprise', 'e1'],
    ['特派员没签，企业签了', enterpriseIn, 'specialist', 's1'],
  ])('可以：%s', (_, one, side, personId) => {
    const decision = ask(one, side, personId, '2026-03-03T10:00');
    expect(decision.value).toBe(true);
    expect(because(decision, 'met')).toEqual(['make-up-asked']);
  });

  test.each([
    ['周一的服务', DAY, `${DAY}T23:59`, 'make-up-not-needed'],
    ['周一的服务', DAY, '2026-03-03T00:00', undefined],
    ['周一的服务', DAY, '2026-03-05T23:59:59.999', undefined],
    ['周一的服务', DAY, '2026-03-06T00:00', 'make-up-too-late'],
    ['周五的服务，跨周末', '2026-03-06', '2026-03-11T23:59', undefined],
    ['周五的服务，跨周末', '2026-03-06', '2026-03-12T00:00', 'make-up-too-late'],
    ['春节前的服务，跨长假', '2026-02-14', '2026-02-26T23:59', undefined],
    ['春节前的服务，跨长假', '2026-02-14', '2026-02-27T00:00', 'make-up-too-late'],
    ['国庆前的服务，假后周六上班', '2026-09-30', '2026-10-10T23:59', undefined],
    ['国庆前的服务，假后周六上班', '2026-09-30', '2026-10-11T00:00', 'make-up-too-late'],
  ])('%s（%s），%s 申请：%s', (_, day, moment, code) => {
    const one = visitOf().specialist('s1', `${day}T09:00`);
    expect(because(ask(one, 'enterprise', 'e1', moment))).toEqual(code === undefined ? [] : [code]);
  });

  test.each<[string, VisitBuilder, MakeUp['side'], string, readonly string[]]>([
    ['谁都没签过', visitOf().planned(DAY), 'enterprise', 'e1', ['make-up-needs-other-side']],
    ['要补的正是签了的那一方', specialistIn, 'specialist', 's2', ['make-up-needs-other-side', 'side-already-in']],
    [
      '双方都签了',
      specialistIn.enterprise('e1', `${DAY}T09:05`),
      'enterprise',
      'e2',
      ['make-up-not-needed', 'side-already-in'],
    ],
    ['同一个人两边', specialistIn, 'enterprise', 's1', ['same-person-other-side']],
    ['已有一份在办', specialistIn.makeUp(), 'enterprise', 'e2', ['make-up-already-asked']],
    ['已作废', specialistIn.strike(), 'enterprise', 'e1', ['make-up-not-needed']],
    ['另一方的签到作废了', specialistIn.strikeCheckIn('s1'), 'enterprise', 'e1', ['make-up-needs-other-side']],
  ])('不可以：%s', (_, one, side, personId, codes) => {
    const decision = ask(one, side, personId, '2026-03-03T10:00');
    expect(decision.value).toBe(false);
    expect([...because(decision)].sort()).toEqual([...codes].sort());
  });
  test('前一份已经驳回，可以再申请', () => {
    const refused = specialistIn.makeUp({ decided: DECIDED });
    expect(openMakeUp(refused.visit)).toBeUndefined();
    expect(ask(refused, 'enterprise', 'e1', '2026-03-04T10:00').value).toBe(true);
    expect(openMakeUp(refused.makeUp({ personId: 'e2' }).visit)?.personId).toBe('e2');
  });
});

describe('VIS-15-A 补签由另一方确认', () => {
  const confirm = (one: VisitBuilder, part: Partial<MakeUp>, personId: string, enterpriseContact = false) => {
    const { visit } = one.makeUp(part);
    return mayConfirmMakeUp(visit, visit.makeUps[0] as MakeUp, { personId, enterpriseContact });
  };
  test.each<[string, VisitBuilder, Partial<MakeUp>, string, boolean, readonly string[]]>([
    ['站点替企业申请，在场的特派员确认', specialistIn, {}, 's1', false, []],
    [
      '企业自己申请，两位在场的特派员，后到的也可以确认',
      specialistIn.specialist('s2', `${DAY}T09:10`),
      { requestedBy: 'e1' },
      's2',
      false,
      [],
    ],
    [
      '两位在场的特派员之一申请，企业的那个人确认',
      specialistIn.specialist('s2', `${DAY}T09:10`),
      { requestedBy: 's1' },
      'e1',
      false,
      [],
    ],
    ['企业自己申请，在场的特派员确认', specialistIn, { requestedBy: 'e1' }, 's1', false, []],
    ['企业自己申请，别的特派员不算', specialistIn, { requestedBy: 'e1' }, 's2', false, ['not-of-other-side']],
    ['特派员替企业申请，企业的那个人确认', specialistIn, { requestedBy: 's1' }, 'e1', false, []],
    ['特派员替企业申请，企业联系人确认', specialistIn, { requestedBy: 's1' }, 'contact', true, []],
    [
      '特派员替企业申请，自己确认',
      specialistIn,
      { requestedBy: 's1' },
      's1',
      false,
      ['not-of-other-side', 'own-make-up'],
    ],
    ['企业自己申请，自己确认', specialistIn, { requestedBy: 'e1' }, 'e1', false, ['not-of-other-side', 'own-make-up']],
    ['旁人确认', specialistIn, {}, 'x', false, ['not-of-other-side']],
    ['已经处理过', specialistIn, { decided: DECIDED }, 's1', false, ['make-up-decided']],
    ['站点替特派员申请，在场的企业人员确认', enterpriseIn, { side: 'specialist', personId: 's1' }, 'e1', false, []],
    ['站点替特派员申请，企业联系人确认', enterpriseIn, { side: 'specialist', personId: 's1' }, 'contact', true, []],
    [
      '站点替特派员申请，特派员自己确认',
      enterpriseIn,
      { side: 'specialist', personId: 's1' },
      's1',
      false,
      ['not-of-other-side'],
    ],
  ])('%s', (_, one, part, personId, contact, codes) => {
    const decision = confirm(one, part, personId, contact);
    expect([...because(decision)].sort()).toEqual([...codes].sort());
    expect(decision.value).toBe(codes.length === 0);
    if (decision.value) expect(because(decision, 'met')).toEqual(['make-up-confirmed']);
  });
});

describe('VIS-15-A 补签由区科协审批', () => {
  const decide = (one: VisitBuilder, part: Partial<MakeUp>, personId: string, approve: boolean) => {
    const { visit } = one.makeUp(part);
    return mayDecideMakeUp(visit, visit.makeUps[0] as MakeUp, { personId, approve }, at('2026-03-04T09:00'));
  };
  test.each<[string, VisitBuilder, Partial<MakeUp>, string, boolean, readonly string[]]>([
    ['确认过，批准', specialistIn, { confirmed: CONFIRMED }, 'district', true, []],
    ['没有确认，不能批准', specialistIn, {}, 'district', true, ['make-up-unconfirmed']],
    ['没有确认，可以驳回', specialistIn, {}, 'district', false, []],
    ['自己申请的，自己不批', specialistIn, { confirmed: CONFIRMED, requestedBy: 'd1' }, 'd1', true, ['own-make-up']],
    ['补的是自己，自己不批', specialistIn, { confirmed: CONFIRMED, personId: 'd1' }, 'd1', false, ['own-make-up']],
    ['已经处理过', specialistIn, { confirmed: CONFIRMED, decided: DECIDED }, 'district', true, ['make-up-decided']],
    ['已作废', specialistIn.strike(), { confirmed: CONFIRMED }, 'district', true, ['visit-voided']],
    ['已取消', specialistIn.cancelled(), { confirmed: CONFIRMED }, 'district', true, ['visit-cancelled']],
  ])('%s', (_, one, part, personId, approve, codes) => {
    const decision = decide(one, part, personId, approve);
    expect(because(decision)).toEqual(codes);
    expect(decision.value).toBe(codes.length === 0);
    if (decision.value) expect(because(decision, 'met')).toEqual([approve ? 'make-up-approved' : 'make-up-refused']);
  });
});
