import type { Standing } from '@/features/roles';
import { visitOf } from '@/features/visit/addresses';
import { withQuery } from '@/platform/route';
import { commissionersAt, designationsAt, enterpriseAt } from './addresses';
import type { EvidenceItem } from './types';

/** What can be done about a record that does not count: a reminder on the spot, or a way to where it is done. */
export type NextStep =
  | { readonly kind: 'remind'; readonly word: string; readonly visitId: string }
  | { readonly kind: 'go'; readonly word: string; readonly to: string };

const isStation = ({ role }: Standing): boolean => role === 'stationLead' || role === 'stationContact';
const mayRemind = (standing: Standing): boolean => isStation(standing) || standing.role === 'district';
const mayVerify = ({ role }: Standing): boolean => role === 'district' || role === 'center';

/** Offered by role: nobody is sent to a page where they can only be refused. */
export function nextStep(item: EvidenceItem, standing: Standing, stationId: string, year: number): NextStep {
  const { because, enterprise } = item;
  const [visitId] = item.visitIds;
  const go = (word: string, to: string): NextStep => ({ kind: 'go', word, to });
  if (because === 'unrated-open' && visitId && mayRemind(standing))
    return { kind: 'remind', word: '提醒企业', visitId };
  if (because === 'not-designated' && isStation(standing))
    return go('去指定', designationsAt(stationId, year, enterprise.id));
  if (because === 'certificate-unverified' && mayVerify(standing)) return go('去核验', enterpriseAt(enterprise.id));
  if (because === 'unrated' && visitId && standing.role === 'center')
    return go('重开评价', visitOf(visitId, 'reopenRating'));
  if (because === 'not-served' && isStation(standing))
    return go('安排服务', withQuery('/pages/plan/index', { enterpriseId: enterprise.id, stationId }));
  if (because === 'not-resident') return go('看驻站名单', commissionersAt(stationId));
  return visitId ? go('看服务', visitOf(visitId)) : go('看企业', enterpriseAt(enterprise.id));
}
