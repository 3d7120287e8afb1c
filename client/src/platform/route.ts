import Taro from '@tarojs/taro';

/**
 * Ways through the app. An address is written once, as the mini-program knows it: `/pages/visits/index?id=…`.
 * Ten pages deep WeChat refuses another, so the last one is replaced instead.
 */
export const go = (to: string): void => {
  const deep = Taro.getCurrentPages().length >= 10;
  void (deep ? Taro.redirectTo({ url: to }) : Taro.navigateTo({ url: to }));
};

/** In place of this page: after a form is done, going back must not bring it up again. */
export const replace = (to: string): void => void Taro.redirectTo({ url: to });

/** As if newly opened: the three main places, and after signing in. */
export const restart = (to: string): void => void Taro.reLaunch({ url: to });

export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restart('/pages/home/index');
};

export const hasBack = (): boolean => Taro.getCurrentPages().length > 1;

/** The addresses with a short form on H5: see customRoutes in the build's configuration. */
const short: Readonly<Record<string, string>> = { '/pages/home/index': '/', '/pages/scan/index': '/v' };

/** What the browser's address bar will show. */
export const hrefOf = (to: string): string => {
  const [path = to, query] = to.split('?');
  return (short[path] ?? path) + (query === undefined ? '' : `?${query}`);
};

/** Adds parameters to an address; what is undefined is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};
