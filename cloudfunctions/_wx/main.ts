import type { Failure, Reply } from '../../shared/api';
import * as z from '../../shared/kernel/zod';
import type { Handler } from '../_core/handler';
import { personIdFrom } from '../_core/ids';
import { flaw, log } from '../_core/log';
import { accessLog, type Observe, requestIdFrom } from '../_core/observe';
import { openId } from './cloud';
import { depsOfCloud } from './deps';

/** WeChat adds fields of its own. */
const event = z.object({ call: z.string().max(100), input: z.unknown(), requestId: z.unknown().optional() });

const failure = (code: Failure['code'], message: string): Failure => ({ ok: false, code, message });

/** The entry of a cloud function: `{ call, input, requestId }` → Reply. */
export function serve(calls: Readonly<Record<string, Handler>>): (event: unknown) => Promise<Reply<unknown>> {
  const byName = new Map(Object.entries(calls));
  return async (raw) => {
    const caller = openId();
    const asked = event.safeParse(raw);
    if (!asked.success) return failure('bad-input', '填写有误，请按提示修改后再提交');
    const handle = byName.get(asked.data.call);
    if (!handle) return failure('not-found', '小程序版本太旧，请关闭后重新打开');
    const requestId = requestIdFrom(asked.data.requestId);
    try {
      const deps = depsOfCloud();
      const before = deps.store.trips();
      // An instance takes one call at a time: what the store has sent since is this call's.
      const observe: Observe = {
        ...accessLog,
        call: (seen) => accessLog.call({ ...seen, trips: deps.store.trips() - before }),
      };
      const who = caller ? { personId: personIdFrom('wx', caller) } : null;
      return await handle(asked.data.input, who, { ...deps, requestId, observe });
    } catch (error) {
      log('error', 'call-broken', { call: asked.data.call, requestId, ...flaw(error) });
      return { ...failure('broken', '系统出错，您填的内容还在，请稍后再试一次'), requestId };
    }
  };
}
