import { MAY } from '@/words/visit';
import { liveOf, rateOf, SCAN } from './addresses';
import type { MayDo, NextDo, VisitDetail } from './types';

/** One thing to do about a visit, as a button. `to`: on a page of its own. */
export interface VisitAct {
  readonly key: MayDo | 'scan';
  readonly word: string;
  readonly to?: string;
}

const OF_NEXT: Readonly<Partial<Record<NextDo, MayDo>>> = {
  'show-code': 'liveCode',
  complete: 'complete',
  rate: 'rate',
  'make-up': 'requestMakeUp',
  'confirm-make-up': 'confirmMakeUp',
  'approve-make-up': 'decideMakeUp',
  remind: 'remind',
};

const actOf = (visit: VisitDetail, key: MayDo): VisitAct => {
  if (key === 'liveCode') return { key, word: MAY[key], to: liveOf(visit.id) };
  if (key !== 'rate') return { key, word: MAY[key] };
  const again = visit.rateable.length > 0 && visit.rateable.every((one) => one.rated);
  return { key, word: again ? '修改评价' : MAY[key], to: rateOf(visit.id) };
};

/** The one next step, and everything else this person may do, the gentle things first. */
export function actsOf(visit: VisitDetail): {
  readonly main: VisitAct | undefined;
  readonly others: readonly VisitAct[];
} {
  const order = Object.keys(MAY) as MayDo[];
  const may = [...visit.may].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  if (visit.next?.do === 'check-in')
    return { main: { key: 'scan', word: '扫码签到', to: SCAN }, others: may.map((key) => actOf(visit, key)) };
  const wanted = visit.next && OF_NEXT[visit.next.do];
  const main = may.find((key) => key === wanted);
  return {
    main: main && actOf(visit, main),
    others: may.filter((key) => key !== main).map((key) => actOf(visit, key)),
  };
}

/** One line above the button: until when, or for whom one waits. */
export function hintOf({ next, makeUps }: VisitDetail): string | undefined {
  if (next?.do !== 'wait') return undefined;
  const open = makeUps.find((one) => one.decided === undefined);
  if (!open) return '等对方完成服务，当天 24:00 自动完成';
  return open.confirmed ? '补签等区科协审批' : '补签等另一方确认';
}
