import Taro from '@tarojs/taro';

/** Calls back at once and at each change; returns how to stop. */
export function watchNetwork(onChange: (online: boolean) => void): () => void {
  const changed = (result: { isConnected: boolean }) => onChange(result.isConnected);
  Taro.onNetworkStatusChange(changed);
  void Taro.getNetworkType().then(
    ({ networkType }) => onChange((networkType as string) !== 'none'),
    () => onChange(true), // unknown counts as online: a call will tell
  );
  return () => Taro.offNetworkStatusChange(changed);
}
