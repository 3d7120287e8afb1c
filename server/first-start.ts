import { append } from '../cloudfunctions/_core/chain';
import { CITY, type LogEntry, SETTINGS_ID, type SettingsDoc, type StationDoc } from '../cloudfunctions/_core/documents';
import type { Change, Draft, Store } from '../cloudfunctions/_core/store';
import { DISTRICT_CODES, districtName } from '../shared/enterprise';
import type { Instant } from '../shared/kernel/calendar';
import { stationIdOf } from '../shared/station';
import { CannotStart } from './cannot-start';

export const OPERATOR = 'operator';

const created = (now: Instant, what: string): readonly LogEntry[] =>
  append<LogEntry>([], { at: now, by: OPERATOR, what, facts: {} });

/** What a real deployment begins with: its settings, and the 17 stations, whose classes and hosts the center then sets. */
function beginnings(now: Instant): Change[] {
  const settings: Draft<SettingsDoc> = {
    id: SETTINGS_ID,
    scope: CITY,
    inheritFrom: {},
    demo: false,
    log: created(now, 'settings.created'),
  };
  const stations = DISTRICT_CODES.map((district): Draft<StationDoc> => {
    const id = stationIdOf(district);
    const name = `${districtName(district)}工作站点`;
    return { id, scope: id, district, name, hostOrg: '', years: {}, log: created(now, 'station.created') };
  });
  return [
    { kind: 'insert', collection: 'settings', doc: settings },
    ...stations.map((doc): Change => ({ kind: 'insert', collection: 'stations', doc })),
  ];
}

/**
 * A real store gets its beginnings once; a demonstration is seeded before it is opened. Neither is ever turned into the other.
 * @throws CannotStart where it is the other kind already
 */
export async function prepareStore(store: Store, demo: boolean, now: Instant): Promise<void> {
  const [settings] = await store.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]);
  // Another process may have been first: then it has done the same.
  if (!settings && !demo) await store.commit(beginnings(now));
  if (settings?.demo === demo || (!settings && !demo)) return;
  throw new CannotStart(
    settings?.demo
      ? '这个数据目录里是演示数据，不能用于正式运行：请用 DATA_DIR 换一个目录'
      : '这个数据目录里不是演示数据，不能用演示方式打开：请设置 DEMO=0，或用 DATA_DIR 换一个目录',
  );
}
