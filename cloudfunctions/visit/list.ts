import { type Actor, can, type Target } from '../../shared/access';
import type { Parsed } from '../../shared/api';
import { districtOfStation, stationIdOf } from '../../shared/station';
import { BadCursor } from '../_core/cursor';
import type { VisitDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { Refusal } from '../_core/refusal';
import type { Query } from '../_core/store';
import { namesFor, summaryOf, todoSince } from './view';

/** What is asked for, as one index can answer it, and whose it is. */
function queryOf(input: Parsed<'visit.list'>, actor: Actor): { eq: Query['eq']; target: Target } {
  switch (input.of) {
    case 'mine':
      return { eq: { people: actor.personId }, target: { people: [actor.personId] } };
    case 'enterprise': {
      const enterpriseId =
        input.enterpriseId ?? actor.grants.find((grant) => grant.role === 'enterpriseContact')?.scope.enterpriseId;
      if (!enterpriseId) throw new Refusal('bad-input', { fields: { enterpriseId: '请选择企业' } });
      return { eq: { enterpriseId }, target: { enterpriseId } };
    }
    case 'station':
    case 'district': {
      const stationId = input.of === 'station' ? input.stationId : input.district && stationIdOf(input.district);
      if (!stationId) throw new Refusal('bad-input', { fields: { stationId: '请选择站点' } });
      return { eq: { stationId }, target: { stationId, district: districtOfStation(stationId) } };
    }
  }
}

export const list = handler('visit.list', async ({ input, actor, now, today, store }) => {
  const { eq, target } = queryOf(input, actor);
  if (!can(actor, 'visit.read', target)) throw new Refusal('not-allowed');
  const todo = input.only === 'todo';
  const from = input.only === 'today' ? today : todo ? todoSince(today) : input.from;
  const to = input.only === 'today' ? today : input.to;
  const page = await store
    .find<VisitDoc>({
      collection: 'visits',
      ...(eq && { eq }),
      range: { field: 'day', ...(from && { from }), ...(to && { to }) },
      order: { field: 'day', down: true },
      // What is left to do is picked out of the last weeks, in one page.
      limit: todo ? 300 : input.limit,
      ...(input.cursor && { cursor: input.cursor }),
    })
    .catch((error: unknown) => {
      if (error instanceof BadCursor)
        throw new Refusal('bad-input', { fields: { cursor: '翻页位置失效，请从头查看' } });
      throw error;
    });
  const nameOf = await namesFor(store, page.docs);
  const visits = page.docs.map((visit) => summaryOf(visit, actor, now, nameOf));
  const idle = (one: (typeof visits)[number]) => one.next === undefined || one.next.do === 'wait';
  return {
    reply: {
      visits: todo ? visits.filter((one) => !idle(one)).slice(0, input.limit) : visits,
      ...(page.cursor !== undefined && !todo && { cursor: page.cursor }),
    },
  };
});
