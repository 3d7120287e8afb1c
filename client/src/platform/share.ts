import Taro from '@tarojs/taro';

export interface Shared {
  readonly title: string;
  /** An address as in `go`: /pages/visits/index?id=… */
  readonly path: string;
}

/** What is sent when this page is shared with WeChat. The page's config needs `enableShareAppMessage: true`. */
export function useShared(of: () => Shared): void {
  Taro.useShareAppMessage(of);
}

/** Copies text; false where the device refused. */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
