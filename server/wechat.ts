import * as z from '../shared/kernel/zod';

const PATIENCE_MS = 5000;
const HOST = 'https://api.weixin.qq.com';

const answer = z.object({ openid: z.string().min(1).max(200).optional() });

interface WeChatApp {
  readonly appId: string;
  readonly secret: string;
  /** Where WeChat answers; another address only where a proxy stands between. */
  readonly host?: string;
}

/** `wx.login` code → openid; `undefined` where WeChat does not know the code. Its errors must not carry the address: the secret is in it. */
export function weChatLogin({ appId, secret, host = HOST }: WeChatApp): (code: string) => Promise<string | undefined> {
  return async (code) => {
    const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' });
    const reply = await fetch(`${host}/sns/jscode2session?${query}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    })
      .then((response) => (response.ok ? (response.json() as Promise<unknown>) : undefined))
      .catch(() => undefined);
    if (reply === undefined) throw new Error('WeChat did not answer');
    return answer.parse(reply).openid;
  };
}
