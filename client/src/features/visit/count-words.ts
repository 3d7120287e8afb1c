import type { Count } from '@/ui';
import { classOfClause, clauseWord, metricName, reasonWords } from '@/words/counts';
import type { VisitDetail } from './types';

const ORDER = { excluded: 0, pending: 1, counted: 2 } as const;
const PARTS = ['counted', 'pending', 'excluded'] as const;
const WORD = { counted: '计入', pending: '待定', excluded: '未计入' } as const;

/** 3 项计入，1 项未计入 */
export function countsTitle(counts: VisitDetail['counts']): string {
  const parts = PARTS.map((status) => [status, counts.filter((one) => one.status === status).length] as const);
  return parts
    .filter(([, n]) => n > 0)
    .map(([status, n]) => `${n} 项${WORD[status]}`)
    .join('，');
}

type One = VisitDetail['counts'][number];

function what({ metric, clause, facts }: One, several: boolean): string {
  const stationClass = classOfClause(clause);
  if (metric !== 'personTimes') return metricName(metric, stationClass);
  const person = several ? String(facts.commissioner ?? '') : '特派员';
  return `${stationClass === 'A' ? '对接' : '驻站'}${person} 1 人次`;
}

function why(one: One): string {
  const words = reasonWords(one.metric, one.because, one.facts).why;
  const shared = one.status === 'counted' && one.visits > 1;
  if (!shared) return words;
  return `${words}${one.metric === 'personTimes' ? `当天共 ${one.visits} 次服务，只算一人次。` : `今年共 ${one.visits} 次这样的服务，只算一家。`}`;
}

/** What a visit counts for, in the words of CountBlock; `onClause` opens the clause that asks for it. */
export function countLines(counts: VisitDetail['counts'], onClause: (clauseId: string) => void): readonly Count[] {
  const several = counts.filter((one) => one.metric === 'personTimes').length > 1;
  // The same advice under every metric is read once: it stands at the first of them.
  const advised = new Set<string>();
  const advice = ({ metric, because, facts, status }: One): string | undefined => {
    const { whatToDo } = reasonWords(metric, because, facts);
    if (status === 'counted' || whatToDo === undefined || advised.has(whatToDo)) return undefined;
    advised.add(whatToDo);
    return whatToDo;
  };
  return [...counts]
    .sort((a, b) => ORDER[a.status] - ORDER[b.status])
    .map((one, i) => ({
      key: `${one.metric}-${i}`,
      standing: one.status,
      what: what(one, several),
      why: why(one),
      whatToDo: advice(one),
      clause: { word: clauseWord(one.clause), onOpen: () => onClause(one.clause) },
    }));
}

/** In place of the counts while there are none. */
export function noCountsWords({ state }: Pick<VisitDetail, 'state'>): string {
  switch (state) {
    case 'planned':
      return '还没有人签到。双方都签到后，这里写明计入哪些数字。';
    case 'cancelled':
      return '已取消，不计数。';
    case 'no_show':
      return '没有双方签到，不计数。';
    default:
      return '这个站点当年没有立项，不计数。';
  }
}
