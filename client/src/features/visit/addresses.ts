import { withQuery } from '@/platform/route';
import type { VisitSummary } from './types';

export const visitOf = (id: string, act?: string): string => withQuery('/pages/visit/index', { id, do: act });
export const liveOf = (id: string): string => withQuery('/pages/visit/live', { id });
export const rateOf = (id: string): string => withQuery('/pages/rate/index', { id });
export const SCAN = '/pages/scan/index';

/** Where the next step of a visit is done; undefined for what is done where it stands (提醒), or not at all. */
export function nextAddress({ id, next }: Pick<VisitSummary, 'id' | 'next'>): string | undefined {
  switch (next?.do) {
    case 'check-in':
      return SCAN;
    case 'show-code':
      return liveOf(id);
    case 'rate':
      return rateOf(id);
    case 'complete':
      return visitOf(id, 'complete');
    case 'make-up':
      return visitOf(id, 'requestMakeUp');
    case 'confirm-make-up':
      return visitOf(id, 'confirmMakeUp');
    case 'approve-make-up':
      return visitOf(id, 'decideMakeUp');
    default:
      return undefined;
  }
}
