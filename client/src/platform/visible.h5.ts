import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Is this page in front, and its window shown? What polls rests while it is not. */
export function useVisible(): boolean {
  const [front, setFront] = useState(true);
  const [shown, setShown] = useState(() => document.visibilityState !== 'hidden');
  useDidShow(() => setFront(true));
  useDidHide(() => setFront(false));
  useEffect(() => {
    const tell = () => setShown(document.visibilityState !== 'hidden');
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, []);
  return front && shown;
}

/** Calls back whenever the window comes to the front. */
export function watchShow(onShow: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') onShow();
  });
  // Back from the browser's own memory of pages, where nothing was running.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) onShow();
  });
}
