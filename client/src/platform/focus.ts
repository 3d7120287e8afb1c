import Taro from '@tarojs/taro';

/** Brings the element with this id into view. The mini-program's keyboard opens at the person's own tap only. */
export const focusOn = (id: string): void =>
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined);

/** To the beginning of the page: where the next form stands in place of the last one. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
