import { type Actor, can, type Target } from '../../shared/access';
import type { Parsed } from '../../shared/api';
import { districtOfStation, stationIdOf } from '../../shared/station';
import { BadCursor } from '../_core/cursor';
import type { EnterpriseDoc, VisitDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { Refusal } from '../_core/refusal';
import type { Query, Store } from '../_core/store';
import { enterpriseTarget } from '../enterprise/load';
import { targetOf } from './load';
import { namesFor, summaryOf, todoSince } from './view';

/** What is asked for, as one index can answer it, and whose it is. An enterprise belongs to the station it is at now. */
async function queryOf(
  input: Parsed<'visit.list'>,
  actor: Actor,
  store: Store,
): Promise<{ eq: Query['eq']; target: Target }> {
  switch (input.of) {
    case 'mine':
      return { eq: { people: actor.personId }, target: { people: [actor.personId] } };
    case 'enterprise': {
      const enterpriseId =
        input.enterpriseId ?? actor.grants.find((grant) => grant.role === 'enterpriseContact')?.scope.enterpriseId;
      if (!enterpriseId) throw new Refusal('bad-input', { fields: { enterpriseId: '请选择企业' } });
      const [enterprise] = await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: enterpriseId }]);
      if (!enterprise) throw new Refusal('not-found');
      return { eq: { enterpriseId }, target: enterpriseTarget(enterprise) };
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
  const { eq, target } = await queryOf(input, actor, store);
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
  // An enterprise that has moved was visited from elsewhere as well: each visit is shown to whom it belongs.
  const readable = page.docs.filter((visit) => can(actor, 'visit.read', targetOf(visit)));
  const nameOf = await namesFor(store, readable);
  const visits = readable.map((visit) => summaryOf(visit, actor, now, nameOf));
  const idle = (one: (typeof visits)[number]) => one.next === undefined || one.next.do === 'wait';
  return {
    reply: {
      visits: todo ? visits.filter((one) => !idle(one)).slice(0, input.limit) : visits,
      ...(page.cursor !== undefined && !todo && { cursor: page.cursor }),
    },
  };
});
