import type { Output } from '@/gateway';
import { dayWords, momentWords } from '@/words/dates';
import { percent } from '@/words/numbers';
import { needsAttention } from './board-rows';
import { daysLeft } from './summary';

type Board = Output<'station.board'>;

/** 17 个站点，3 个需要关注 */
export function headline({ stations }: Board): string {
  const attention = stations.filter(needsAttention).length;
  return `${stations.length} 个站点，${attention === 0 ? '都跟得上' : `${attention} 个需要关注`}`;
}

/** 截至 9月16日 14:30 · 年度指标统计到 10月31日，时间已过 85% */
export function boardMeta({ stations, asOf }: Board, today: string): string {
  const [first] = stations;
  const to = first?.metrics[0]?.window.to;
  const asOfWords = `截至 ${momentWords(asOf, today)}`;
  if (!first || to === undefined) return asOfWords;
  const { days, of } = first.elapsed;
  const time = (daysLeft(first) ?? 0) < 0 ? '已结束' : `时间已过 ${percent(days / of)}`;
  return `${asOfWords} · 年度指标统计到 ${dayWords(to)}，${time}`;
}
