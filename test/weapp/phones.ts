import './environment';
import type { CallName, Input } from '../../shared/api';
import type { World } from '../journey/world';
import type { Bundle } from './host/bundle';
import { type Phone, startPhone } from './host/phone';

export interface Owned {
  /** WeChat's identity of whoever holds the phone. */
  readonly personId: string;
  /** What lies before the camera. */
  readonly before?: () => string | undefined;
  /** Where the app is opened; the list of mini-programs leads home. */
  readonly url?: string;
  readonly scene?: number;
}

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A phone in somebody's hand: the built app, and behind `wx.cloud` the real calls on the store of this world. */
export function phoneOf(bundle: Bundle, world: World, { personId, before, url, scene }: Owned): Phone {
  const callFunction = async (name: string, data: unknown): Promise<unknown> => {
    const { call, input } = overTheWire(data) as { call: CallName; input: Input<CallName> };
    if (!call.startsWith(`${name}.`)) throw { errMsg: `the cloud function ${name} has no ${call}` };
    return overTheWire(await world.as(personId).call(call, input));
  };
  return startPhone(bundle, { callFunction, scan: before ?? (() => undefined) }, url ?? 'pages/home/index', scene);
}
