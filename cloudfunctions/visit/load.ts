import { type Action, type Actor, can, type Target } from '../../shared/access';
import { districtOfStation } from '../../shared/station';
import { effective, type Visit } from '../../shared/visit';
import type { VisitDoc } from '../_core/documents';
import { Refusal } from '../_core/refusal';
import type { Key, Store } from '../_core/store';

export const targetOf = (visit: Pick<VisitDoc, 'people' | 'enterpriseId' | 'stationId'>): Target => ({
  people: visit.people,
  enterpriseId: visit.enterpriseId,
  stationId: visit.stationId,
  district: districtOfStation(visit.stationId),
});

/** What a call about one visit begins with. */
export const aheadOfVisit = ({ visitId }: { readonly visitId: string }): readonly Key[] => [
  { collection: 'visits', id: visitId },
];

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

/**
 * Who may ask for a missing side (D10): a commissioner of the visit, somebody of the enterprise, the station's contact; a
 * party asks for nobody. An enterprise's contact who was not there himself asks for his own side only: two of one
 * enterprise must not confirm each other's request for the commissioner's.
 */
export const mayAskMakeUp = (visit: Visit, missing: 'specialist' | 'enterprise', actor: Actor): boolean =>
  visit.commissionerIds.includes(actor.personId) ||
  effective(visit, missing === 'enterprise' ? 'specialist' : 'enterprise').some(
    (one) => one.personId === actor.personId,
  ) ||
  actor.grants.some((grant) => grant.role === 'stationContact' && grant.scope.stationId === visit.stationId) ||
  (missing === 'enterprise' && isContact(actor, visit.enterpriseId));

export const missingSide = (visit: Visit): 'specialist' | 'enterprise' =>
  effective(visit, 'specialist').length === 0 ? 'specialist' : 'enterprise';
