import type { VisitDetail } from '@/features/visit/types';

/** What the page of a service shows, by how the visit stands and who looks. */
export type ServiceView = 'waiting' | 'running' | 'to-rate' | 'rated' | 'completed' | 'over';

const isCompleted = ({ state }: VisitDetail): boolean =>
  state === 'completed' || state === 'rated' || state === 'rating_closed';

export function viewOf(visit: VisitDetail): ServiceView {
  if (visit.state === 'in_service') return 'running';
  // A party does not wait for itself: for it the service runs as soon as somebody is there.
  if (visit.state === 'specialist_in' || visit.state === 'enterprise_in')
    return visit.mine === 'party' ? 'running' : 'waiting';
  if (!isCompleted(visit)) return 'over';
  if (visit.rateable.length === 0) return 'completed';
  return visit.rateable.every((one) => one.rated) ? 'rated' : 'to-rate';
}

/** While it may change without this person doing anything. */
export const isOpen = (view: ServiceView): boolean => view === 'waiting' || view === 'running';
