import { daysBetween, type IsoDate } from '../../shared/kernel/calendar';
import { ACCEPTANCE_ENDS } from '../../shared/station';
import { dayOfVisit, lastMakeUpDay, openMakeUp, ratingClosesOn, stateAt } from '../../shared/visit';
import type { VisitDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { findAll } from '../_core/recount';
import { todoSince } from '../visit/view';
import { insistMay } from './load';

/** Last day of the summary (STN-07-10). */
const SUMMARY_DUE = '11-15';
const SHOWN = 20;

export const todo = handler('station.todo', async ({ input, actor, store, now, today }) => {
  insistMay(actor, 'station.progress', input.stationId);
  const awaiting = await findAll<VisitDoc>(store, {
    collection: 'visits',
    eq: { awaits: `makeUp:${input.stationId}` },
    order: { field: 'day' },
  });
  const recent = await findAll<VisitDoc>(store, {
    collection: 'visits',
    eq: { stationId: input.stationId },
    range: { field: 'day', from: todoSince(today) },
    order: { field: 'day' },
  });
  const enterprise = (visit: VisitDoc) => ({ id: visit.enterpriseId, name: visit.enterprise.name });
  const closing = recent
    .filter((visit) => stateAt(visit, now) === 'completed')
    .map((visit) => ({ visitId: visit.id, enterprise: enterprise(visit), closesOn: ratingClosesOn(visit) as IsoDate }))
    .sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1));
  const due = (what: 'completion' | 'summary', clause: string, day: IsoDate) => ({
    what,
    clause,
    day,
    days: daysBetween(today, day),
  });
  return {
    reply: {
      makeUps: awaiting.flatMap((visit) => {
        const makeUp = openMakeUp(visit);
        return makeUp
          ? [
              {
                visitId: visit.id,
                makeUpId: makeUp.id,
                enterprise: enterprise(visit),
                day: dayOfVisit(visit),
                through: lastMakeUpDay(dayOfVisit(visit)),
                confirmed: makeUp.confirmed !== undefined,
              },
            ]
          : [];
      }),
      closing: closing.slice(0, SHOWN),
      due: [
        due('completion', 'STN-07-9', `${input.year}-${ACCEPTANCE_ENDS}`),
        due('summary', 'STN-07-10', `${input.year}-${SUMMARY_DUE}`),
      ],
    },
  };
});
