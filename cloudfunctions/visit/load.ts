import { type Action, type Actor, can, type Target } from '../../shared/access';
import { districtOfStation } from '../../shared/station';
import type { VisitDoc } from '../_core/documents';
import { Refusal } from '../_core/refusal';
import type { Store } from '../_core/store';

export const targetOf = (visit: Pick<VisitDoc, 'people' | 'enterpriseId' | 'stationId'>): Target => ({
  people: visit.people,
  enterpriseId: visit.enterpriseId,
  stationId: visit.stationId,
  district: districtOfStation(visit.stationId),
});

/** The visit, for somebody who may do this to it. Who may not even read it learns nothing of its existence. */
export async function loadVisit(
  { store, actor }: { readonly store: Store; readonly actor: Actor },
  id: string,
  action: Action,
): Promise<VisitDoc> {
  const [visit] = await store.get<VisitDoc>([{ collection: 'visits', id }]);
  if (!visit || !can(actor, 'visit.read', targetOf(visit))) throw new Refusal(visit ? 'not-allowed' : 'not-found');
  if (!can(actor, action, targetOf(visit))) throw new Refusal('not-allowed');
  return visit;
}

export const isContact = (actor: Actor, enterpriseId: string): boolean =>
  actor.grants.some((grant) => grant.role === 'enterpriseContact' && grant.scope.enterpriseId === enterpriseId);
