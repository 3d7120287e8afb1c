import type { Standing } from '@/ui';
import { dayOf } from '@/words/dates';
import { paceWords } from '@/words/station';
import type { MetricView } from './types';

/** How a metric stands. `far`: not even three quarters of what an even pace would have reached; `unmet`: the window has closed. */
export type PaceOf = 'met' | 'on' | 'low' | 'far' | 'unmet' | 'none';

const FAR = 0.75;

export function paceOf({ status, counted, evenPace, window }: MetricView, asOf: string): PaceOf {
  if (status === 'met') return 'met';
  if (status === 'undetermined' || evenPace === null) return 'none';
  if (counted >= evenPace) return 'on';
  if (counted < evenPace * FAR) return 'far';
  return dayOf(asOf) > window.to ? 'unmet' : 'low';
}

/** 未达标 once the window has closed, 低于进度 before. */
export const paceWord = (view: MetricView, asOf: string): string => {
  const pace = paceOf(view, asOf);
  return pace === 'far' && dayOf(asOf) > view.window.to ? paceWords.unmet : paceWords[pace];
};

export const isBehind = (pace: PaceOf): boolean => pace === 'low' || pace === 'far' || pace === 'unmet';

/** The sign beside the word; nothing where time and figure agree. */
export function standingOfPace(pace: PaceOf): Standing | undefined {
  switch (pace) {
    case 'met':
      return 'counted';
    case 'low':
      return 'pending';
    case 'far':
    case 'unmet':
      return 'unmet';
    case 'none':
      return 'excluded';
    default:
      return undefined;
  }
}
