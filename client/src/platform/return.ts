import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Runs when the page is shown again after another one lay over it; not at its first showing. */
export function useReturn(run: () => void): void {
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) run();
    shown.current = true;
  });
}
