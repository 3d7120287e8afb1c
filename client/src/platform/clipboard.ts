import Taro from '@tarojs/taro';

/** Copies text; false where the device refused. */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
