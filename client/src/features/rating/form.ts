import type { Input, Output } from '@/gateway';
import type { Score } from '@/ui';
import { clock, dayOf } from '@/words/dates';

export type Visit = Output<'visit.get'>['visit'];
export type Rateable = Visit['rateable'][number];

/** What is written about one commissioner. Days are YYYY-MM-DD and times HH:mm, in Shanghai. */
export interface Form {
  readonly expertise: Score | undefined;
  readonly satisfaction: Score | undefined;
  readonly theme: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly comment: string;
  readonly dayReason: string;
}

export type Missing = 'expertise' | 'satisfaction' | 'theme' | 'time' | 'dayReason';

const DAY = 86_400_000;

export const firstForm = (one: Rateable): Form => ({
  expertise: one.expertise as Score | undefined,
  satisfaction: one.satisfaction as Score | undefined,
  theme: one.theme,
  day: dayOf(one.from),
  from: clock(one.from),
  to: clock(one.to),
  comment: one.comment ?? '',
  dayReason: '',
});

const momentOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);

/** A span in milliseconds; one that ends before it begins reaches into the next day. Undefined where a part is missing. */
export function spanOf({ day, from, to }: Pick<Form, 'day' | 'from' | 'to'>): readonly [number, number] | undefined {
  const start = momentOf(day, from);
  const end = momentOf(day, to);
  if (Number.isNaN(start) || Number.isNaN(end)) return undefined;
  return [start, end < start ? end + DAY : end];
}

export const endsNextDay = (form: Form): boolean => {
  const span = spanOf(form);
  return span !== undefined && dayOf(span[0]) !== dayOf(span[1]);
};

/** The span must touch the service day; else the rule wants to know why. */
export function needsDayReason(form: Form, serviceDay: string): boolean {
  const span = spanOf(form);
  return span !== undefined && (dayOf(span[0]) > serviceDay || dayOf(span[1]) < serviceDay);
}

/** The first thing that is still missing, from top to bottom. */
export function missingIn(form: Form, serviceDay: string): Missing | undefined {
  if (form.expertise === undefined) return 'expertise';
  if (form.satisfaction === undefined) return 'satisfaction';
  if (form.theme.trim() === '') return 'theme';
  if (spanOf(form) === undefined) return 'time';
  return needsDayReason(form, serviceDay) && form.dayReason.trim() === '' ? 'dayReason' : undefined;
}

/** The input without its nonce, or undefined while something is missing. The seconds of untouched times are kept. */
export function inputOf(
  form: Form,
  one: Rateable,
  visit: Pick<Visit, 'id' | 'day'>,
): Omit<Input<'rating.submit'>, 'nonce'> | undefined {
  const span = spanOf(form);
  const { expertise, satisfaction } = form;
  if (missingIn(form, visit.day) || !span || !expertise || !satisfaction) return undefined;
  const untouched = form.day === dayOf(one.from) && form.from === clock(one.from) && form.to === clock(one.to);
  const [from, to] = untouched ? [one.from, one.to] : span.map((at) => new Date(at).toISOString());
  const comment = form.comment.trim();
  const dayReason = form.dayReason.trim();
  return {
    visitId: visit.id,
    commissionerId: one.commissioner.id,
    theme: form.theme.trim(),
    from: from ?? one.from,
    to: to ?? one.to,
    expertise,
    satisfaction,
    ...(comment && { comment }),
    ...(needsDayReason(form, visit.day) && dayReason && { dayReason }),
  };
}

/** One after another: the first that is not yet rated; all done: none. */
export const nextToRate = (rateable: readonly Rateable[], done: readonly string[]): Rateable | undefined =>
  rateable.find((one) => !one.rated && !done.includes(one.commissioner.id));
