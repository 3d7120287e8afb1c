import { SETTINGS_ID, type SettingsDoc } from '../cloudfunctions/_core/documents';
import type { Store } from '../cloudfunctions/_core/store';
import { begin } from '../cloudfunctions/setup/beginnings';
import type { Instant } from '../shared/kernel/calendar';
import { CannotStart } from './cannot-start';

/**
 * A real store gets its beginnings once; a demonstration is seeded before it is opened. Neither is ever turned into the other.
 * @throws CannotStart where it is the other kind already
 */
export async function prepareStore(store: Store, demo: boolean, now: Instant): Promise<void> {
  const [settings] = await store.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]);
  if (!settings && !demo) return begin(store, now);
  if (settings?.demo === demo) return;
  throw new CannotStart(
    settings?.demo
      ? '这个数据目录里是演示数据，不能用于正式运行：请用 DATA_DIR 换一个目录'
      : '这个数据目录里不是演示数据，不能用演示方式打开：请设置 DEMO=0，或用 DATA_DIR 换一个目录',
  );
}
