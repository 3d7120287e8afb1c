import type { Plan } from '../_core/plan';
import type { Condition, Where, WxCommand } from './sdk';

/** Each value of the plan inside a comparison, never bare. */
export function findWhere(_: WxCommand, { eq, range, by, down, after }: Plan): Condition {
  const parts: Where[] = eq.map(({ field, value }) => ({ [field]: _.eq(value) }));
  if (range?.from !== undefined) parts.push({ [range.field]: _.gte(range.from) });
  if (range?.to !== undefined) parts.push({ [range.field]: _.lte(range.to) });
  if (after) {
    const behind = down ? _.lt : _.gt;
    const id = { _id: behind(after.id) };
    if (by) {
      // The first bound is implied by the second part; it is what an index can start from.
      parts.push({ [by]: (down ? _.lte : _.gte)(after.value) }, _.or([{ [by]: behind(after.value) }, id]));
    } else parts.push(id);
  }
  // What every document has keeps an empty query from being one.
  parts.push({ [by ?? '_id']: _.neq(null) });
  return _.and(parts);
}
