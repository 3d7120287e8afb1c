import type { Output } from '@shared/api/contract';
import type { CheckInMethod, Side, VisitState } from '@shared/visit/model';
import type { TallyState } from '../ui/Tally';
import { dayWords } from './dates';

export type VisitSummary = Output<'visit.list'>['visits'][number];
export type VisitDetail = Output<'visit.get'>['visit'];
type Next = NonNullable<VisitSummary['next']>;
export type NextDo = Next['do'];
/** What a person can do about a visit beyond its next step. */
export type MayDo = VisitDetail['may'][number];

const STATES: Readonly<Record<VisitState, string>> = {
  planned: '待签到',
  specialist_in: '特派员已签到',
  enterprise_in: '企业已签到',
  in_service: '服务中',
  completed: '待评价',
  rated: '已评价',
  rating_closed: '未评价',
  awaiting_other_side: '待补签',
  no_show: '未完成签到',
  cancelled: '已取消',
  voided: '已作废',
};
export const stateWord = (state: VisitState): string => STATES[state];

const SIDES: Readonly<Record<Side, string>> = { specialist: '特派员', enterprise: '企业', party: '参与对接主体' };
export const sideWord = (side: Side): string => SIDES[side];

const METHODS: Readonly<Record<CheckInMethod, string>> = { poster: '扫企业签到码', live: '扫实时码', makeUp: '补签' };
export const methodWord = (method: CheckInMethod): string => METHODS[method];

/** The mark beside a visit: who of the two sides has attested. */
export function tallyOf({ state, sides }: Pick<VisitSummary, 'state' | 'sides'>): TallyState {
  if (state === 'voided') return 'voided';
  if (sides.specialist && sides.enterprise) return 'both';
  if (sides.specialist) return 'commissioner';
  return sides.enterprise ? 'enterprise' : 'none';
}

const NEXT: Readonly<Record<Exclude<NextDo, 'wait'>, string>> = {
  'check-in': '签到',
  'show-code': '出示实时码',
  complete: '完成服务',
  rate: '评价',
  'make-up': '补签',
  'confirm-make-up': '确认',
  'approve-make-up': '审批',
  remind: '提醒',
};
/** The verb of the next step; undefined where there is only waiting. */
export const nextWord = (next: Next | undefined): string | undefined =>
  next === undefined || next.do === 'wait' ? undefined : NEXT[next.do];

/** What is missing about a visit, seen from this person's next step. */
export function missingWords({ sides, next }: Pick<VisitSummary, 'sides' | 'next'>): string {
  switch (next?.do) {
    case 'check-in':
      if (sides.specialist) return '特派员已签到，等企业签到';
      return sides.enterprise ? '企业已签到，等特派员签到' : '还没有签到';
    case 'show-code':
      return sides.specialist ? '等企业扫实时码' : '等特派员扫实时码';
    case 'complete':
      return '服务中';
    case 'rate':
      return '您还没有评价';
    case 'remind':
      return '企业未评价';
    case 'make-up':
      return sides.specialist ? '企业未签到' : '特派员未签到';
    case 'confirm-make-up':
      return '补签等您确认';
    case 'approve-make-up':
      return '补签等您审批';
    case 'wait':
      return '等另一方处理';
    case undefined:
      return '';
  }
}

/** Until when: 9月23日截止, 9月18日前可补签. Nothing for what simply belongs to its day. */
export function untilWords(next: Next | undefined): string | undefined {
  if (next?.by === undefined) return undefined;
  if (next.do === 'make-up') return `${dayWords(next.by)}前可补签`;
  return next.do === 'rate' || next.do === 'remind' ? `${dayWords(next.by)}截止` : undefined;
}

/** 周明远、罗致和; the first two and how many more. */
export function peopleWords(people: readonly { readonly name: string }[]): string {
  const names = people.map((one) => one.name);
  return names.length <= 2 ? names.join('、') : `${names.slice(0, 2).join('、')}等 ${names.length} 人`;
}

/** The topic of a walk-in visit is the whole need that was written down: in a row its beginning is enough. */
export const briefly = (text: string, most = 16): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** Buttons and headings of what can be done about a visit. */
export const MAY: Readonly<Record<MayDo, string>> = {
  liveCode: '出示实时码',
  complete: '完成服务',
  rate: '评价',
  remind: '提醒企业评价',
  requestMakeUp: '申请补签',
  confirmMakeUp: '确认补签',
  decideMakeUp: '审批补签',
  reopenRating: '重开评价',
  cancel: '取消安排',
  voidCheckIn: '作废一次签到',
  voidRating: '作废一份评价',
  void: '作废这次服务',
};
