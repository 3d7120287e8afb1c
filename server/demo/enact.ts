import type { VisitDoc } from '../../cloudfunctions/_core/documents';
import { idFrom } from '../../cloudfunctions/_core/ids';
import type { Draft } from '../../cloudfunctions/_core/store';
import { changeVisit } from '../../cloudfunctions/visit/change';
import type { Instant } from '../../shared/kernel/calendar';
import type { Visit } from '../../shared/visit';
import type { Act, Line } from './acts';

/** A visit from its opening on: what was done to it, and when. */
export interface Story {
  /** The same words make the same story again. */
  readonly key: string;
  readonly opensAt: Instant;
  /** As the first call finds it, before anything has happened. */
  readonly visit: Visit;
  /** The line that the opening leaves; a walk-in is opened by its first check-in and has none. */
  readonly opening?: Line;
  readonly acts: readonly { readonly at: Instant; readonly act: Act }[];
}

/** The story up to a moment, written down as the calls would have. `undefined`: it has not begun. */
export function enact({ key, opensAt, visit, opening, acts }: Story, now: Instant): Draft<VisitDoc> | undefined {
  if (opensAt > now) return undefined;
  let doc: Draft<VisitDoc> | undefined = opening && changeVisit(undefined, visit, opensAt, [opening]).draft;
  const inOrder = acts.filter((one) => one.at <= now).sort((a, b) => a.at - b.at);
  for (const [i, { at, act }] of inOrder.entries()) {
    const done = act(doc ?? visit, at, idFrom(16, 'nonce', key, i));
    if (done) doc = changeVisit(doc && { ...doc, rev: 1 }, done.next, at, done.lines).draft;
  }
  // What time did since the last call: the nightly run has written it down, and has taken it into the tally.
  return doc && { ...changeVisit({ ...doc, rev: 1 }, doc, now, []).draft, untallied: null };
}
