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
  const settings = await settingsOf(store);
  if (!settings && !demo) {
    await begin(store, now);
    // An import loads the settings last, and beginnings are all or nothing.
    if (await settingsOf(store)) return;
    throw new CannotStart('这里的数据只导入了一半：请用同一份归档再执行一次 npm run import -- 文件');
  }
  if (settings?.demo === demo) return;
  throw new CannotStart(
    settings?.demo
      ? '这里的数据是演示数据，不能用于正式运行：请用 DATA_DIR 换一个目录，或用 DATABASE_URL 换一个数据库'
      : '这里的数据不是演示数据，不能用演示方式打开：请设置 DEMO=0，或用 DATA_DIR（DATABASE_URL）换一处',
  );
}

const settingsOf = async (store: Store): Promise<SettingsDoc | undefined> =>
  (await store.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]))[0];
