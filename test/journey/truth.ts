import { brokenAt } from '../../cloudfunctions/_core/chain';
import {
  type DesignationDoc,
  type EnterpriseDoc,
  type PersonDoc,
  type ProgressDoc,
  SETTINGS_ID,
  type SettingsDoc,
  type StandingDoc,
  type StationDoc,
} from '../../cloudfunctions/_core/documents';
import { factsFromRecords, findAll, recount } from '../../cloudfunctions/_core/recount';
import { stationYearSetup } from '../../cloudfunctions/_core/standing';
import { contextOf, itemsOf, METRICS, tally, VIEWS } from '../../shared/station';
import { CENTER } from './cast';
import { ownCount } from './own-count';
import type { World } from './world';

/**
 * What a station's year shows equals the pure function over the records, a count that shares no code with it, the lines of
 * evidence, and the nightly recount, which has nothing to mend.
 */
export async function expectTrueNumbers(world: World, stationId: string, year: number): Promise<void> {
  const stationYear = `${stationId}:${year}`;
  const { metrics } = await world.as(CENTER).ok('station.progress', { stationId, year });
  const [station, progress] = (await world.store.get([
    { collection: 'stations', id: stationId },
    { collection: 'progress', id: stationYear },
  ])) as [StationDoc, ProgressDoc];
  const setup = stationYearSetup(station, year);
  if (!setup) throw new Error('no project');
  const { now } = world.clock;
  const truth = tally(await factsFromRecords(world.store, stationId, stationYear), setup, now);
  expect(progress.counts).toEqual(truth);
  const shown = (one: (typeof metrics)[number]) => ({
    counted: one.counted,
    pending: one.pending,
    excluded: one.excluded,
  });
  expect(Object.fromEntries(metrics.map((one) => [one.metric, shown(one)]))).toEqual(truth.acceptance);
  expect(Object.fromEntries(metrics.map((one) => [one.metric, one.calendarYear]))).toEqual(truth.calendarYear);

  const standings = await findAll<StandingDoc>(world.store, { collection: 'standings', eq: { stationYear } });
  for (const view of VIEWS) {
    const own = await ownCount(world, stationId, year, view === 'acceptance' ? '10-31' : '12-31');
    expect(Object.fromEntries(METRICS.map((metric) => [metric, truth[view][metric].counted]))).toEqual(own);
    const items = standings.flatMap((one) => itemsOf(one.facts, contextOf(setup, view, now)));
    for (const metric of METRICS)
      for (const status of ['counted', 'pending', 'excluded'] as const)
        expect(items.filter((one) => one.metric === metric && one.status === status)).toHaveLength(
          truth[view][metric][status],
        );
  }
  for (const metric of METRICS) {
    const evidence = await world.as(CENTER).ok('station.evidence', { stationId, year, metric, limit: 200 });
    expect(shown(evidence as never)).toEqual(truth.acceptance[metric]);
    expect(evidence.total).toBe(evidence.items.length);
  }
  expect(await recount(world.store, stationId, year, now)).toMatchObject({ differences: [], counts: truth });
}

/** No line of any history has been taken out or changed. */
export async function expectUnbrokenHistories(world: World): Promise<void> {
  for (const visit of await world.visits()) expect([visit.id, brokenAt(visit.history)]).toEqual([visit.id, undefined]);
  const [settings] = await world.store.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]);
  const logged = [
    ...(await findAll<PersonDoc>(world.store, { collection: 'persons' })),
    ...(await findAll<EnterpriseDoc>(world.store, { collection: 'enterprises' })),
    ...(await findAll<StationDoc>(world.store, { collection: 'stations' })),
    ...(await findAll<DesignationDoc>(world.store, { collection: 'designations' })),
    ...(settings ? [settings] : []),
  ];
  for (const one of logged) expect([one.id, brokenAt(one.log)]).toEqual([one.id, undefined]);
}
