import type { Failure, Reply } from '../../shared/api';
import * as z from '../../shared/kernel/zod';
import type { Handler } from '../_core/handler';
import { personIdFrom } from '../_core/ids';
import { openId } from './cloud';
import { depsOfCloud } from './deps';

/** WeChat adds fields of its own. */
const event = z.object({ call: z.string().max(100), input: z.unknown() });

const failure = (code: Failure['code'], message: string): Failure => ({ ok: false, code, message });

/** The entry of a cloud function: `{ call, input }` → Reply. */
export function serve(calls: Readonly<Record<string, Handler>>): (event: unknown) => Promise<Reply<unknown>> {
  const byName = new Map(Object.entries(calls));
  return async (raw) => {
    const caller = openId();
    const asked = event.safeParse(raw);
    if (!asked.success) return failure('bad-input', '填写有误，请按提示修改后再提交');
    const handle = byName.get(asked.data.call);
    if (!handle) return failure('not-found', '小程序版本太旧，请关闭后重新打开');
    try {
      return await handle(asked.data.input, caller ? { personId: personIdFrom('wx', caller) } : null, depsOfCloud());
    } catch (error) {
      console.error(JSON.stringify({ level: 'error', call: asked.data.call, error: String(error) }));
      return failure('broken', '系统出错，您填的内容还在，请稍后再试一次');
    }
  };
}
