import { dayOf } from '../../shared/kernel/calendar';
import {
  annualTarget,
  CLAUSE_OF,
  contextOf,
  type Item,
  itemsOf,
  type Metric,
  projection,
  steps,
  type View,
  windowOf,
} from '../../shared/station';
import type { EnterpriseDoc, PersonDoc, StandingDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { findAll } from '../_core/recount';
import { Refusal } from '../_core/refusal';
import type { Store } from '../_core/store';
import { insistMay } from './load';
import { headerOf } from './progress-view';
import { loadStationYears, type StationYearDocs } from './station-year';

/** Every line of evidence for a metric, from the kept facts by the same rules that made the numbers. */
async function itemsFor(store: Store, docs: StationYearDocs, metric: Metric, view: View, now: number): Promise<Item[]> {
  const standings = await findAll<StandingDoc>(store, {
    collection: 'standings',
    eq: { stationYear: docs.progress.id },
  });
  const context = contextOf({ ...docs.setup, year: docs.progress.year }, view, now);
  return standings.flatMap((one) => itemsOf(one.facts, context).filter((item) => item.metric === metric));
}

const newestFirst = (a: Item, b: Item): number =>
  (b.day ?? '').localeCompare(a.day ?? '') ||
  a.enterpriseId.localeCompare(b.enterpriseId) ||
  (a.commissionerId ?? '').localeCompare(b.commissionerId ?? '');

async function namesOf(
  store: Store,
  collection: 'enterprises' | 'persons',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const unique = [...new Set(ids)];
  const docs =
    unique.length > 0 ? await store.get<EnterpriseDoc | PersonDoc>(unique.map((id) => ({ collection, id }))) : [];
  return new Map(unique.map((id, i) => [id, docs[i]?.name ?? '']));
}

export const evidence = handler('station.evidence', async ({ input, actor, store, now }) => {
  insistMay(actor, 'station.progress', input.stationId);
  const [docs] = await loadStationYears(store, [input.stationId], input.year, now);
  if (!docs) throw new Refusal('not-found');
  const { metric, view, status, offset, limit } = input;
  const all = (await itemsFor(store, docs, metric, view, now)).sort(newestFirst);
  const count = (of: Item['status']) => all.filter((item) => item.status === of).length;
  const chosen = status ? all.filter((item) => item.status === status) : all;
  const page = chosen.slice(offset, offset + limit);
  const enterprises = await namesOf(
    store,
    'enterprises',
    page.map((item) => item.enterpriseId),
  );
  const people = await namesOf(
    store,
    'persons',
    page.flatMap((item) => item.commissionerId ?? []),
  );
  return {
    reply: {
      ...headerOf(docs, now),
      metric,
      clause: CLAUSE_OF[docs.targets.stationClass][metric],
      target: annualTarget(docs.targets, metric).target,
      counted: count('counted'),
      pending: count('pending'),
      excluded: count('excluded'),
      window: windowOf(input.year, view),
      total: chosen.length,
      items: page.map(({ enterpriseId, commissionerId, status: standing, because, facts, day, visitIds }) => ({
        enterprise: { id: enterpriseId, name: enterprises.get(enterpriseId) ?? '' },
        ...(commissionerId !== undefined && {
          commissioner: { id: commissionerId, name: people.get(commissionerId) ?? '' },
        }),
        status: standing,
        because,
        facts: { ...facts },
        day,
        visitIds: [...visitIds],
      })),
    },
  };
});

export const pace = handler('station.pace', async ({ input, actor, store, now }) => {
  insistMay(actor, 'station.progress', input.stationId);
  const [docs] = await loadStationYears(store, [input.stationId], input.year, now);
  if (!docs) throw new Refusal('not-found');
  const items = await itemsFor(store, docs, input.metric, 'acceptance', now);
  const window = windowOf(input.year, 'acceptance');
  return {
    reply: {
      ...headerOf(docs, now),
      metric: input.metric,
      target: annualTarget(docs.targets, input.metric).target,
      window,
      steps: [...steps(items)],
      projection: projection(items, window, dayOf(now)),
    },
  };
});
