import type { Actor } from '../../shared/access';
import type { Instant } from '../../shared/kernel/calendar';
import { elapsed, type Visit, type VisitEvent, type VisitEventKind } from '../../shared/visit';
import { append } from '../_core/chain';
import { type VisitDoc, visitDraft } from '../_core/documents';
import type { Change, Draft } from '../_core/store';
import type { TallyChange } from '../_core/tally';
import { writeOf } from '../_core/write';

type NewEvent = Omit<VisitEvent, 'seq' | 'hash' | 'at'> & { readonly at?: Instant };

/** History with what time did to the record since it was last written, then with what just happened. */
function historyOf(before: VisitDoc | undefined, now: Instant, events: readonly NewEvent[]): readonly VisitEvent[] {
  const byTime = before ? elapsed(before, before.writtenTo, now).map((one) => ({ ...one, by: 'system' })) : [];
  const all = [...byTime, ...events.map((event) => ({ at: now, ...event }))];
  return all.reduce<readonly VisitEvent[]>((history, event) => append(history, event), before?.history ?? []);
}

/**
 * Whether this was done already: the same person's same request finds its line in the history, and gets the first answer.
 * Another person's nonce, or the nonce of another request, is not this one.
 */
export const done = (
  visit: Pick<Visit, 'history'>,
  kind: VisitEventKind,
  { input, actor }: { readonly input: { readonly nonce: string }; readonly actor: Actor },
): boolean =>
  visit.history.some((event) => event.kind === kind && event.nonce === input.nonce && event.by === actor.personId);

export interface VisitChange {
  readonly draft: Draft<VisitDoc>;
  readonly changes: readonly Change[];
  readonly tally: readonly TallyChange[];
}

/** The next version of a visit, marked for the tally. */
export function changeVisit(
  before: VisitDoc | undefined,
  next: Visit,
  now: Instant,
  events: readonly NewEvent[],
): VisitChange {
  const version = visitDraft({ ...next, history: historyOf(before, now, events) }, now);
  const leftDays = before ? [...before.leftDays, ...(before.day === version.day ? [] : [before.day])] : [];
  const draft = { ...version, leftDays: [...new Set(leftDays)], untallied: version.stationYear };
  // Its service day has moved to another year: the one that it leaves is counted anew.
  const left = before && before.stationYear !== draft.stationYear ? [before.stationYear] : [];
  return {
    draft,
    changes: [writeOf('visits', draft, before?.rev)],
    tally: left.length > 0 ? [{ kind: 'recount', stationYears: left }] : [],
  };
}
