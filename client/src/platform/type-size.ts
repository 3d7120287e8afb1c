import Taro from '@tarojs/taro';

/** How much larger than usual this person has set the text; 1 where the device does not tell. */
export function fontScale(): number {
  try {
    const app = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number };
    return app.fontSizeScaleFactor ?? (app.fontSizeSetting ?? 16) / 16;
  } catch {
    return 1; // a WeChat too old for getAppBaseInfo
  }
}
