import { ROLES } from '../access';
import { endOf, isDay, startOf } from '../kernel/calendar';
import * as z from '../kernel/zod';
import { METRICS, STATION_CLASSES, STATUSES } from '../station';
import { PARTY_KINDS, SERVICE_TYPES, SIDES, VISIT_STATES, VOID_KINDS } from '../visit';

// Control characters have no place in what people type; bidi overrides would let a name show as another one. Halves of a
// character (with `u` only those without their other half) and non-characters make a drawing of a poster unreadable.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFE\uFFFF]/u;
const INVISIBLE = /[\s\u00AD\u115F\u1160\u180E\u200B-\u200F\u2060-\u206F\u3164\uFEFF\uFFA0]+/g;

/** Text typed by a person: trimmed, something to be seen in it, no control or bidi override characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, '请填写')
    .max(max, `最多 ${max} 字`)
    .refine((value) => !UNSAFE.test(value), '含有不能识别的字符，请重新输入')
    .refine((value) => value.replace(INVISIBLE, '') !== '', '请填写');

export const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9_:.-]+$/, '编号不对');
/** Made by the client, one for each thing it wants done: the same nonce again gets the first answer. */
export const nonce = z
  .string()
  .min(8, '缺少请求编号')
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, '请求编号不对');
export const code = z.string().trim().min(1, '没有读到码').max(300, '这个码太长，不是签到码');
/** Nothing here is older than the year 2000; a certificate may be for ever, which is written 9999-12-31. */
export const day = z.string().refine((value) => isDay(value) && value >= '2000-01-01', '日期不对');
export const year = z.int().min(2000).max(2100);
const FIRST_MOMENT = startOf('2000-01-01');
const LAST_MOMENT = endOf('2100-12-31');
/** ISO 8601 with a zone. Within a century: a moment at the end of time would leave it on its way through the zones. */
export const moment = z.iso.datetime({ offset: true, error: '时间不对' }).refine((value) => {
  const at = Date.parse(value);
  return FIRST_MOMENT <= at && at < LAST_MOMENT;
}, '时间不对');
export const cursor = z.string().max(500);
const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const side = z.enum(SIDES);
export const visitState = z.enum(VISIT_STATES);
export const serviceType = z.enum(SERVICE_TYPES);
export const partyKind = z.enum(PARTY_KINDS);
export const voidKind = z.enum(VOID_KINDS);
export const metric = z.enum(METRICS);
export const status = z.enum(STATUSES);
export const stationClass = z.enum(STATION_CLASSES);
export const role = z.enum(ROLES);

export const finding = z.strictObject({
  clause: z.string(),
  verdict: z.enum(['met', 'unmet', 'undetermined', 'computed', 'warned']),
  because: z.string(),
  facts: z.record(z.string(), fact),
});

export const named = z.strictObject({ id: z.string(), name: z.string() });
export const done = z.strictObject({ replayed: z.boolean() });
export const window = z.strictObject({ from: day, to: day });
