import { type Action, type Actor, can } from '../../shared/access';
import { stationIdOf, ZJTX_LEVELS } from '../../shared/station';
import type { EnterpriseDoc } from '../_core/documents';
import { Refusal } from '../_core/refusal';
import type { Store } from '../_core/store';

/** An enterprise belongs to the district it is in now, and to that district's station. */
export const enterpriseTarget = (enterprise: Pick<EnterpriseDoc, 'id' | 'district'>) => ({
  enterpriseId: enterprise.id,
  district: enterprise.district,
  stationId: stationIdOf(enterprise.district),
});

export async function loadEnterprise(
  { store, actor }: { readonly store: Store; readonly actor: Actor },
  id: string,
  action: Action,
): Promise<EnterpriseDoc> {
  const [enterprise] = await store.get<EnterpriseDoc>([{ collection: 'enterprises', id }]);
  if (!enterprise) throw new Refusal('not-found');
  if (!can(actor, action, enterpriseTarget(enterprise))) throw new Refusal('not-allowed');
  return enterprise;
}

export const rowOf = ({ id, name, district, shortCode, industry, qualifications }: EnterpriseDoc, today: string) => ({
  id,
  name,
  district,
  shortCode,
  industry,
  zjtx: qualifications.some(
    (one) => one.verified && ZJTX_LEVELS.includes(one.level) && one.validFrom <= today && today <= one.validThrough,
  ),
});
