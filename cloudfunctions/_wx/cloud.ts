import sdk from 'wx-server-sdk';
import type { WxCloud } from './sdk';

interface Platform extends WxCloud {
  readonly DYNAMIC_CURRENT_ENV: symbol;
  init(options: { readonly env: symbol }): void;
  getWXContext(): { readonly OPENID?: unknown };
}

/** Its own types reject what it accepts. */
export const cloud = sdk as unknown as Platform;

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/**
 * Who calls, as WeChat vouches for it; undefined for a timer or the console. The SDK reads it from the environment of the
 * moment, so ask before anything is awaited.
 */
export function openId(): string | undefined {
  const { OPENID } = cloud.getWXContext();
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : undefined;
}
