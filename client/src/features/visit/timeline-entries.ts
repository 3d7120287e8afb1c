import type { VisitEventKind } from '@shared/visit/model';
import type { TimelineEntry } from '@/ui';
import { clock, clockExact, dayOf, dayWords, momentWords } from '@/words/dates';
import { methodWord, sideWord } from '@/words/visit';
import type { VisitDetail } from './types';

type Event = VisitDetail['timeline'][number];
type CheckIn = VisitDetail['checkIns'][number];
interface Line {
  readonly what: string;
  readonly by: readonly (string | undefined)[];
}

/** The time of receipt where it is not the one that the phone claimed: up to a minute is only the way of the message. */
function received({ at, claimedAt, receivedAt, method }: CheckIn): readonly (string | undefined)[] {
  if (claimedAt === undefined || method === 'makeUp') return [];
  const late = Math.abs(Date.parse(receivedAt) - Date.parse(claimedAt)) >= 60_000;
  if (!late) return [];
  const far = dayOf(receivedAt) !== dayOf(at);
  return [
    `手机记录 ${clockExact(claimedAt)}`,
    `收到 ${far ? `${dayWords(dayOf(receivedAt))} ` : ''}${clockExact(receivedAt)}`,
  ];
}

function checkedIn(visit: VisitDetail, event: Event): Line {
  const checkIn = visit.checkIns.find((one) => one.id === event.ref);
  if (!checkIn) return { what: '签到', by: [event.by] };
  const { mine, side, name, title, method } = checkIn;
  return {
    what: mine ? '您签到' : `${sideWord(side)}签到`,
    by: [...(mine ? [] : [name, title]), methodWord(method), ...received(checkIn)],
  };
}

function rated(visit: VisitDetail, event: Event, amended: boolean): Line {
  const rating = visit.ratings.find((one) => one.id === event.ref);
  const who = rating?.raterKind === 'party' ? '参与对接主体' : '企业';
  const until = visit.ratingClosesOn;
  return {
    what: rating?.mine ? `您${amended ? '修改评价' : '评价'}` : `${who}${amended ? '修改评价' : '评价'}`,
    by: [event.by, visit.state === 'rated' && until ? `${dayWords(until)}前可改` : undefined],
  };
}

function decided(visit: VisitDetail, event: Event): Line {
  const approved = visit.makeUps.find((one) => one.id === event.ref)?.decided?.approved ?? false;
  return { what: approved ? '同意补签' : '不同意补签', by: [event.by, event.reason] };
}

function lineOf(visit: VisitDetail, event: Event): Line {
  const by = [event.by, event.reason];
  switch (event.kind as VisitEventKind) {
    case 'planned':
      return { what: '安排服务', by };
    case 'checkedIn':
      return checkedIn(visit, event);
    case 'completed':
      return { what: '服务完成', by: [event.by && `由${event.by}确认`, event.reason] };
    case 'autoCompleted':
      return { what: '服务完成', by: ['当天 24:00 自动完成'] };
    case 'rated':
      return rated(visit, event, false);
    case 'amended':
      return rated(visit, event, true);
    case 'ratingClosed':
      return { what: '评价截止', by: ['企业没有评价'] };
    case 'ratingReopened':
      return { what: '重开评价', by };
    case 'ratingVoided':
      return { what: '作废评价', by };
    case 'cancelled':
      return { what: '取消安排', by };
    case 'noShow':
      return { what: '签到未完成', by: ['补签期已过'] };
    case 'awaiting':
      return { what: '只有一方签到', by: ['当天结束，可在 3 个工作日内补签'] };
    case 'checkInVoided':
      return { what: '作废签到', by };
    case 'voided':
      return { what: '作废这次服务', by };
    case 'makeUpRequested':
      return { what: '申请补签', by };
    case 'makeUpConfirmed':
      return { what: '对方确认补签', by: [event.by] };
    case 'makeUpDecided':
      return decided(visit, event);
    case 'reminded':
      return { what: '提醒企业', by };
    case 'merged':
      return { what: '企业记录合并', by };
    default:
      return { what: event.kind, by };
  }
}

/** What has not happened yet, as one open entry at the end. */
function upcoming(visit: VisitDetail): Line | undefined {
  const { state, ratingClosesOn, makeUpThrough, day } = visit;
  switch (state) {
    case 'planned':
      return { what: '双方签到', by: [dayWords(day)] };
    case 'specialist_in':
      return { what: '企业签到', by: ['扫特派员手机上的实时码'] };
    case 'enterprise_in':
      return { what: '特派员签到', by: ['扫企业手机上的实时码'] };
    case 'in_service':
      return { what: '服务完成', by: ['任一方确认，或当天 24:00 自动完成'] };
    case 'awaiting_other_side':
      return { what: '补签', by: [makeUpThrough && `${dayWords(makeUpThrough)}前`] };
    case 'completed':
      return { what: '企业评价', by: [ratingClosesOn && `${dayWords(ratingClosesOn)}前`] };
    default:
      return undefined;
  }
}

/** What time itself does happens at the end of a day: 24:00, not the next day's midnight. */
function whenWords(at: string, day: string): string {
  const end = clock(at) === '00:00' ? Date.parse(at) - 1 : undefined;
  if (end !== undefined) return dayOf(end) === day ? '24:00' : `${dayWords(dayOf(end), day)} 24:00`;
  return dayOf(at) === day ? clock(at) : momentWords(at, day);
}

const shown = (by: Line['by']): string[] => [
  ...new Set(by.filter((fact): fact is string => fact !== undefined && fact !== '')),
];

/** A visit's history in words, in order, and what comes next. */
export function timelineEntries(visit: VisitDetail): readonly TimelineEntry[] {
  const entries = visit.timeline.map((event, i): TimelineEntry => {
    const { what, by } = lineOf(visit, event);
    const at = event.ref && visit.checkIns.find((one) => one.id === event.ref && event.kind === 'checkedIn')?.at;
    const time = at || event.at;
    return {
      key: `${i}`,
      what,
      by: shown(by),
      when: whenWords(time, visit.day),
      state: event.struck && event.kind !== 'checkInVoided' && event.kind !== 'ratingVoided' ? 'voided' : 'done',
    };
  });
  const next = upcoming(visit);
  return next ? [...entries, { key: 'next', what: next.what, by: shown(next.by), when: '', state: 'open' }] : entries;
}
