import { dayOf, daysUntil, dayWords } from '@/words/dates';
import { metricShort } from '@/words/station';
import { isBehind, paceOf } from './pace';
import type { Progress } from './types';

/** 统计 1月1日–10月31日 */
export const windowWords = ({ metrics }: Progress): string => {
  const window = metrics[0]?.window;
  return window ? `统计 ${dayWords(window.from)}–${dayWords(window.to)}` : '';
};

/** Days left in the window: 45, or negative when it has closed. */
export const daysLeft = ({ metrics, asOf }: Progress): number | undefined => {
  const to = metrics[0]?.window.to;
  return to === undefined ? undefined : daysUntil(to, dayOf(asOf));
};

/** 重点服务还差 6 家，其余三项跟上进度: what the figures come to. */
export function summaryWords(progress: Progress): string {
  const { metrics, asOf } = progress;
  const known = metrics.filter(({ target }) => target !== null);
  if (known.length === 0) return `${progress.year}年没有公布标准，只记录，不判定`;
  const behind = known.filter((metric) => isBehind(paceOf(metric, asOf)));
  const words = behind.map(
    ({ metric, target, counted, unit }) => `${metricShort[metric]}还差 ${(target ?? 0) - counted} ${unit}`,
  );
  const others = known.length - behind.length;
  if (behind.length === 0) return `${known.length} 项都${(daysLeft(progress) ?? 0) < 0 ? '达标' : '跟上进度'}`;
  const good = (daysLeft(progress) ?? 0) < 0 ? '达标' : '跟上进度';
  return [...words, ...(others > 0 ? [`其余 ${others} 项${good}`] : [])].join('，');
}
