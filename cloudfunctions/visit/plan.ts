import { can } from '../../shared/access';
import { districtOn } from '../../shared/enterprise';
import { districtOfStation, stationIdOf } from '../../shared/station';
import { mayPlan, type Visit } from '../../shared/visit';
import type { EnterpriseDoc, PersonDoc, StationDoc, VisitDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { visitIdFrom } from '../_core/ids';
import { noticesFor } from '../_core/notices';
import { insist, Refusal } from '../_core/refusal';
import { changeVisit } from './change';
import { activeOn } from './read-code';

export const plan = handler('visit.plan', async ({ input, now, today, actor, store }) => {
  const id = visitIdFrom('plan', actor.personId, input.nonce);
  const [existing, enterprise, ...people] = (await store.get([
    { collection: 'visits', id },
    { collection: 'enterprises', id: input.enterpriseId },
    ...input.commissionerIds.map((personId) => ({ collection: 'persons' as const, id: personId })),
  ])) as [VisitDoc?, EnterpriseDoc?, ...(PersonDoc | undefined)[]];
  if (existing) return { reply: { visitId: id, replayed: true } };
  if (!enterprise || enterprise.mergedInto) throw new Refusal('not-found');
  const district = districtOn(enterprise, input.day) ?? enterprise.district;
  const stationId = input.stationId ?? stationIdOf(district);
  const target = {
    people: input.commissionerIds,
    enterpriseId: enterprise.id,
    stationId,
    district: districtOfStation(stationId),
  };
  if (!can(actor, 'visit.plan', target)) throw new Refusal('not-allowed');
  const [station] = await store.get<StationDoc>([{ collection: 'stations', id: stationId }]);
  if (!station) throw new Refusal('not-found');

  const { day, topic, serviceTypes, serviceNote, overrideReason } = input;
  const from = input.from === undefined ? undefined : Date.parse(input.from);
  const to = input.to === undefined ? undefined : Date.parse(input.to);
  const decision = mayPlan(
    {
      day,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      serviceTypes,
      ...(serviceNote && { serviceNote }),
      commissioners: input.commissionerIds.map((personId, i) => ({ id: personId, active: activeOn(people[i], day) })),
      enterpriseDistrict: district,
      stationDistrict: station.district,
      ...(overrideReason && { overrideReason }),
    },
    today,
  );
  insist(decision);
  const outside = district !== station.district;
  const visit: Visit = {
    id,
    stationId,
    enterpriseId: enterprise.id,
    origin: 'planned',
    plan: {
      day,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      by: actor.personId,
      nonce: input.nonce,
      ...(outside && overrideReason && { overrideReason }),
    },
    topic,
    serviceTypes,
    ...(serviceNote && { serviceNote }),
    commissionerIds: [...new Set(input.commissionerIds)],
    enterprise: { name: enterprise.name, district, takenAt: now },
    checkIns: [],
    ratings: [],
    makeUps: [],
    history: [],
  };
  const change = changeVisit(undefined, visit, now, [{ kind: 'planned', by: actor.personId, nonce: input.nonce }]);
  const told = [...input.commissionerIds, ...enterprise.contacts].filter((personId) => personId !== actor.personId);
  return {
    reply: { visitId: id, replayed: false },
    tally: change.tally,
    changes: [...change.changes, ...noticesFor('visit-planned', told, id, enterprise.name, now, 'planned')],
  };
});
