import type { Actor } from '../../shared/access';
import { can } from '../../shared/access';
import type { Output } from '../../shared/api';
import { addDays, type Instant, isoOf } from '../../shared/kernel/calendar';
import {
  dayOfVisit,
  effective,
  lastMakeUpDay,
  mayComplete,
  mayConfirmMakeUp,
  openMakeUp,
  raterOf,
  ratingClosesOn,
  ratingWindow,
  stateAt,
  type Visit,
} from '../../shared/visit';
import type { PersonDoc, StationDoc, VisitDoc } from '../_core/documents';
import type { Store } from '../_core/store';
import { isContact, mayAskMakeUp, missingSide, targetOf } from './load';

export type Summary = Output<'visit.list'>['visits'][number];
export type Next = NonNullable<Summary['next']>;

export const sidesView = (visit: Visit) => ({
  specialist: effective(visit, 'specialist').length > 0,
  enterprise: effective(visit, 'enterprise').length > 0,
  parties: effective(visit, 'party').length,
});

/** The one thing that this person can do next about a visit. */
function nextFor(visit: VisitDoc, actor: Actor, now: Instant): Next | undefined {
  const state = stateAt(visit, now);
  const day = dayOfVisit(visit);
  const inside = visit.checkIns.some((one) => one.personId === actor.personId && !one.voided);
  const asCommissioner = visit.commissionerIds.includes(actor.personId);
  const asEnterprise =
    isContact(actor, visit.enterpriseId) ||
    visit.checkIns.some((one) => one.personId === actor.personId && one.side === 'enterprise' && !one.voided);
  const makeUp = openMakeUp(visit);
  if (makeUp && !visit.voided) {
    if (
      !makeUp.confirmed &&
      mayConfirmMakeUp(visit, makeUp, {
        personId: actor.personId,
        enterpriseContact: isContact(actor, visit.enterpriseId),
      }).value
    )
      return { do: 'confirm-make-up' };
    if (makeUp.confirmed && can(actor, 'visit.approveMakeUp', targetOf(visit))) return { do: 'approve-make-up' };
    return { do: 'wait' };
  }
  switch (state) {
    case 'planned':
      return asCommissioner || asEnterprise ? { do: 'check-in', by: day } : undefined;
    case 'specialist_in':
    case 'enterprise_in':
      if (inside) return { do: 'show-code', by: day };
      return asCommissioner || asEnterprise ? { do: 'check-in', by: day } : undefined;
    case 'in_service':
      if (
        mayComplete(
          visit,
          {
            personId: actor.personId,
            enterpriseContact: isContact(actor, visit.enterpriseId),
            overnightReason: 'asked later',
          },
          now,
        ).value
      )
        return { do: 'complete', by: day };
      return inside ? { do: 'wait' } : undefined;
    case 'awaiting_other_side':
      return mayAskMakeUp(visit, missingSide(visit), actor) ? { do: 'make-up', by: lastMakeUpDay(day) } : undefined;
    case 'completed':
    case 'rated': {
      if (ratingWindow(visit, now).value === 'closed') return undefined;
      const rater = raterOf(visit, {
        personId: actor.personId,
        enterpriseContact: isContact(actor, visit.enterpriseId),
      });
      const closesOn = ratingClosesOn(visit);
      const by = closesOn === undefined ? {} : { by: closesOn };
      if (typeof rater !== 'string') {
        const given = visit.ratings.some((one) => one.rater === rater.rater && !one.voided);
        return given ? undefined : { do: 'rate', ...by };
      }
      return state === 'completed' && can(actor, 'visit.remind', targetOf(visit)) ? { do: 'remind', ...by } : undefined;
    }
    default:
      return undefined;
  }
}

/** Names that lists need, gathered once for a page of visits. */
export async function namesFor(store: Store, visits: readonly VisitDoc[]): Promise<(id: string) => string> {
  const people = [...new Set(visits.flatMap((visit) => visit.commissionerIds))];
  const stations = [...new Set(visits.map((visit) => visit.stationId))];
  if (visits.length === 0) return () => '';
  const docs = await store.get<PersonDoc | StationDoc>([
    ...people.map((id) => ({ collection: 'persons' as const, id })),
    ...stations.map((id) => ({ collection: 'stations' as const, id })),
  ]);
  const names = new Map([...people, ...stations].map((id, i) => [id, docs[i]?.name ?? '']));
  return (id) => names.get(id) ?? '';
}

export function summaryOf(visit: VisitDoc, actor: Actor, now: Instant, nameOf: (id: string) => string): Summary {
  const mine = visit.checkIns.find((one) => one.personId === actor.personId && !one.voided)?.side;
  const next = nextFor(visit, actor, now);
  return {
    id: visit.id,
    enterprise: { id: visit.enterpriseId, name: visit.enterprise.name },
    stationId: visit.stationId,
    stationName: nameOf(visit.stationId),
    day: dayOfVisit(visit),
    ...(visit.plan?.from !== undefined && { from: isoOf(visit.plan.from) }),
    topic: visit.topic,
    state: stateAt(visit, now),
    sides: sidesView(visit),
    commissioners: visit.commissionerIds.map((id) => ({ id, name: nameOf(id) })),
    ...(mine && { mine }),
    ...(next && { next }),
  };
}

/** How far back something can still be left to do: the rating window, and the days of make-up. */
export const todoSince = (today: string): string => addDays(today, -45);
