import Taro from '@tarojs/taro';

/** A short buzz when something joined; a phone that cannot is no failure. */
export const buzz = (): void => void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined);
