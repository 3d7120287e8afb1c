import Taro from '@tarojs/taro';

/** Makes the screen bright and keeps it awake while a code is shown. Returns how to put both back. */
export function brighten(): () => void {
  let before: number | undefined;
  let over = false;
  void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined);
  void Taro.getScreenBrightness({})
    .then(({ value }) => {
      if (over) return;
      before = value;
      void Taro.setScreenBrightness({ value: Math.max(value, 0.9) });
    })
    .catch(() => undefined);
  return () => {
    over = true;
    void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined);
    if (before !== undefined) void Taro.setScreenBrightness({ value: before }).catch(() => undefined);
  };
}
