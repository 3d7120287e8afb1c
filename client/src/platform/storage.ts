import Taro from '@tarojs/taro';

const space = 'qr.';

/** Small things kept on the device, as JSON. A full or forbidden store is silent: nothing here may be the only copy. */
export const storage = {
  get<T>(key: string): T | undefined {
    try {
      const text: unknown = Taro.getStorageSync(space + key);
      return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined;
    } catch {
      return undefined;
    }
  },
  /** False when the device refused to keep it. */
  set(key: string, value: unknown): boolean {
    try {
      Taro.setStorageSync(space + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(space + key);
    } catch {
      // nothing to remove
    }
  },
  /** The keys that start with `prefix`. */
  keys(prefix: string): readonly string[] {
    try {
      const { keys } = Taro.getStorageInfoSync();
      return keys.filter((key) => key.startsWith(space + prefix)).map((key) => key.slice(space.length));
    } catch {
      return [];
    }
  },
};
