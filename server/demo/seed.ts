import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_core/collections';
import {
  CITY,
  enterpriseDraft,
  type ProgressDoc,
  personDraft,
  SETTINGS_ID,
  type SettingsDoc,
  type StationDoc,
  stationYearOf,
} from '../../cloudfunctions/_core/documents';
import { recount } from '../../cloudfunctions/_core/recount';
import type { Change, Draft, Store } from '../../cloudfunctions/_core/store';
import { districtName } from '../../shared/enterprise';
import type { Instant } from '../../shared/kernel/calendar';
import { NO_VIEW_COUNTS, stationIdOf } from '../../shared/station';
import { CannotStart } from '../cannot-start';
import { clock } from './calendar';
import { castId, demoPeople } from './cast';
import { designations } from './designations';
import { notices } from './notices';
import { logged } from './people';
import { STATION_PLANS } from './station-plans';
import { recordsOf, type World, worldOf } from './world';

const CHUNK = 200;
/** The policy itself has figures for 2024 only. */
const FIGURES_OF = 2024;

/**
 * Fills an empty store with the demonstration year: the calendar year of `now`, up to `now`. The same moment gives the same
 * documents.
 * @param progress told after each part, in documents
 * @throws CannotStart where the store already holds anything, half an import for example
 */
export async function seedDemo(
  store: Store,
  now: Instant,
  progress: (done: number, total: number) => void,
): Promise<void> {
  await insistEmpty(store);
  const world = worldOf(now);
  const changes = changesOf(world);
  const total = changes.length + STATION_PLANS.length;
  for (let i = 0; i < changes.length; i += CHUNK) {
    if ((await store.commit(changes.slice(i, i + CHUNK))) === 'conflict')
      throw new Error('the store is not empty: the demonstration is loaded into a new one');
    progress(Math.min(i + CHUNK, changes.length), total);
  }
  for (const [i, { district }] of STATION_PLANS.entries()) {
    await recount(store, stationIdOf(district), world.year, now);
    progress(changes.length + i + 1, total);
  }
}

async function insistEmpty(store: Store): Promise<void> {
  for (const collection of Object.keys(COLLECTIONS) as CollectionName[])
    if ((await store.find({ collection, limit: 1 })).docs.length > 0)
      throw new CannotStart('这里已经有别的数据，不载入演示数据：请设置 DEMO=0，或用 DATA_DIR（DATABASE_URL）换一处');
}

function changesOf(world: World): readonly Change[] {
  const { visits, people } = recordsOf(world);
  const { year, today, sites } = world;
  const insert = (collection: Change['collection'], docs: readonly Draft[]): Change[] =>
    docs.map((doc) => ({ kind: 'insert', collection, doc }));
  return [
    ...insert('settings', [settings(world)]),
    ...insert('stations', stations(world)),
    ...insert('persons', people.map(personDraft)),
    ...insert(
      'enterprises',
      sites.map(({ enterprise }) => enterpriseDraft(enterprise)),
    ),
    ...insert('designations', designations(year, today, sites, world.people)),
    ...insert(
      'progress',
      STATION_PLANS.map(({ district }) => uncounted(stationIdOf(district), year)),
    ),
    ...insert('visits', visits),
    ...notices(world, visits),
  ];
}

function settings({ year }: World): Draft<SettingsDoc> {
  const inherited = year > FIGURES_OF;
  const at = clock(`${year - 1}-12-28`, 10, 0);
  return {
    id: SETTINGS_ID,
    scope: CITY,
    inheritFrom: inherited ? { [year]: FIGURES_OF } : {},
    demo: true,
    demoPeople,
    log: inherited ? logged([], at, castId('center'), 'policy.inherited', { year, from: FIGURES_OF }) : [],
  };
}

const stations = ({ year, people }: World): Draft<StationDoc>[] =>
  STATION_PLANS.map(({ district, stationClass, hostOrg }) => ({
    id: stationIdOf(district),
    scope: stationIdOf(district),
    district,
    name: `${districtName(district)}工作站点`,
    hostOrg,
    years: { [year]: { stationClass, agreement: {} } },
    log: logged([], clock(`${year - 1}-12-20`, 10, 0), people.center.id, 'station.configured', { year, stationClass }),
  }));

/** Marked for a recount, which follows. */
const uncounted = (stationId: string, year: number): Draft<ProgressDoc> => ({
  id: stationYearOf(stationId, year),
  scope: stationId,
  stationId,
  year,
  counts: NO_VIEW_COUNTS,
  validUntil: 0,
});
