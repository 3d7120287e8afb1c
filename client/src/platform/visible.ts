import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Is this page in front, and the app open? What polls rests while it is not. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useDidShow(() => setVisible(true));
  useDidHide(() => setVisible(false));
  // The page's own events leave out the app's: onHide of the app comes with a page's, but not on every version.
  useEffect(() => {
    const hidden = () => setVisible(false);
    Taro.onAppHide(hidden);
    return () => Taro.offAppHide(hidden);
  }, []);
  return visible;
}

/** Calls back whenever the app comes to the front. */
export const watchShow = (onShow: () => void): void => Taro.onAppShow(onShow);
