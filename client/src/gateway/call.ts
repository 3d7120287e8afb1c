import Taro from '@tarojs/taro';
import { asReply, broken, type CallName, type Input, type Output, offline, type Reply } from './reply';
import { newRequestId } from './request-id';

let ready = false;

/** One call to the cloud function of its domain. Never throws: no network answers `offline`. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  const requestId = newRequestId();
  try {
    if (!ready) {
      Taro.cloud.init({});
      ready = true;
    }
    const domain = name.slice(0, name.indexOf('.'));
    const { result } = await Taro.cloud.callFunction({ name: domain, data: { call: name, input, requestId } });
    const reply = asReply<Output<N>>(result);
    return reply === broken ? { ...broken, requestId } : reply;
  } catch {
    const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }));
    return networkType === 'none' ? offline : { ...broken, requestId };
  }
}
