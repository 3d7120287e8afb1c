import { type Action, type Actor, can } from '../../shared/access';
import { districtOfStation } from '../../shared/station';
import { Refusal } from '../_core/refusal';

export const stationTarget = (stationId: string) => ({ stationId, district: districtOfStation(stationId) });

export function insistMay(actor: Actor, action: Action, stationId: string): void {
  if (!can(actor, action, stationTarget(stationId))) throw new Refusal('not-allowed');
}
