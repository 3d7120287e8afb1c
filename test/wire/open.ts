import type { Store } from '../../cloudfunctions/_core/store';
import type { WxCloud } from '../../cloudfunctions/_wx/sdk';
import { wxStore } from '../../cloudfunctions/_wx/store';
import type { Wire } from './server';

/** The environment in which the genuine SDK runs as in a cloud function and talks to the stub. */
export const wireEnv = ({ port }: Pick<Wire, 'port'>): Readonly<Record<string, string>> => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
  TCB_ENV: 'stub-env',
  SCF_NAMESPACE: 'stub-env',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'stub',
  TENCENTCLOUD_SECRETKEY: 'stub',
  TENCENTCLOUD_SESSIONTOKEN: 'stub',
  SILENCE: 'true',
});

/** The genuine SDK on the stub. It reads the environment with each request, so one stub at a time. */
export function openCloud(wire: Pick<Wire, 'port'>): WxCloud {
  Object.assign(process.env, wireEnv(wire));
  const cloud = require('wx-server-sdk') as WxCloud & {
    readonly DYNAMIC_CURRENT_ENV: symbol;
    init(options: { readonly env: symbol }): void;
  };
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  return cloud;
}

export const openWxStore = (wire: Pick<Wire, 'port'>): Store => wxStore(openCloud(wire));
