import Taro from '@tarojs/taro';

/** Brings the element with this id into view. The mini-program's keyboard opens at the person's own tap only. */
export const focusOn = (id: string): void =>
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined);
