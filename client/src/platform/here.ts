import Taro from '@tarojs/taro';
import { pageParams } from './params';
import { withQuery } from './route';

/** The address of the page that is open, as the mini-program knows it, with its parameters. */
export function here(): string {
  const pages = Taro.getCurrentPages();
  const route = pages[pages.length - 1]?.route ?? Taro.getCurrentInstance().router?.path ?? 'pages/home/index';
  const [path = ''] = route.split('?');
  return withQuery(`/${path.replace(/^\//, '')}`, pageParams());
}
