import type { Failure, Input, Output, Reply } from '../../gateway';

/** The calls that may wait on the phone: each carries a nonce, so sending one twice does no harm. */
export type QueuedCall = 'visit.checkIn' | 'visit.complete' | 'rating.submit';

/** Whose attempt it is: one phone may be used by several people, and nobody's check-in is sent as another's. */
export interface Owner {
  /** Mark of the session in which it was made; empty: made before there was one. */
  readonly session: string;
  /** Person, where it is known: outlasts a new session of the same person. */
  readonly person?: string;
}

/** What a list can say of it without the network. */
export interface About {
  /** The enterprise, or the commissioner who is rated; empty where the code could not be read up. */
  readonly name: string;
  readonly visitId?: string;
  /** The code as it was scanned: who opens it again finds what already waits. */
  readonly code?: string;
  /** What the code was, and on which side this person stands, where that could be asked. */
  readonly kind?: 'enterprise' | 'visit';
  readonly side?: string;
}

export type Outcome =
  | { readonly kind: 'sent'; readonly at: number; readonly visitId: string; readonly side?: string }
  | {
      readonly kind: 'refused';
      readonly at: number;
      readonly code: Failure['code'];
      readonly message: string;
      readonly findings: NonNullable<Failure['findings']>;
      readonly requestId?: string;
    };

export interface Trouble {
  readonly code: Failure['code'];
  readonly requestId?: string;
}

interface Base<N extends QueuedCall> {
  readonly call: N;
  readonly input: Input<N>;
  readonly about: About;
  readonly owner: Owner;
  /** When the person tapped, milliseconds. */
  readonly at: number;
  readonly tries: number;
  /** Not sent again before, milliseconds. */
  readonly notBefore: number;
  /** Why it still waits, as far as an answer said. */
  readonly trouble?: Trouble;
  /** Missing while it waits. */
  readonly outcome?: Outcome;
}
export type Attempt = { [N in QueuedCall]: Base<N> }[QueuedCall];
export type Asked = { [N in QueuedCall]: Pick<Base<N>, 'call' | 'input' | 'about'> }[QueuedCall];
export type Answer = Reply<Output<QueuedCall>>;

const FIRST_WAIT = 4_000;
export const LONGEST_WAIT = 300_000;
/** A server that breaks on an attempt this often may break on this one only: the others no longer wait for it. */
const PATIENCE = 6;
/** Longer than one call takes at most. */
const ONE_CALL = 15_000;
const DAY = 86_400_000;

export const newAttempt = (asked: Asked, owner: Owner, at: number): Attempt => ({
  ...asked,
  owner,
  at,
  tries: 0,
  notBefore: 0,
});

export const nonceOf = (attempt: Attempt): string => attempt.input.nonce;
export const isWaiting = (attempt: Attempt): boolean => attempt.outcome === undefined;
export const inOrder = (attempts: readonly Attempt[]): readonly Attempt[] =>
  [...attempts].sort((a, b) => a.at - b.at || (nonceOf(a) < nonceOf(b) ? -1 : 1));

/** What came from the device may be anything: is it an attempt at least as far as sending and showing it needs? */
export function isAttempt(it: unknown): it is Attempt {
  if (typeof it !== 'object' || it === null) return false;
  const { call, input, about, owner, at, tries, notBefore, outcome } = it as Partial<Record<keyof Attempt, unknown>>;
  const known = call === 'visit.checkIn' || call === 'visit.complete' || call === 'rating.submit';
  return (
    known &&
    typeof (input as Partial<Attempt['input']> | null | undefined)?.nonce === 'string' &&
    typeof (about as Partial<About> | null | undefined)?.name === 'string' &&
    typeof (owner as Partial<Owner> | null | undefined)?.session === 'string' &&
    [at, tries, notBefore].every(Number.isFinite) &&
    (outcome === undefined || isOutcome(outcome))
  );
}

function isOutcome(it: unknown): boolean {
  const { kind, at, findings } = (it ?? {}) as { kind?: unknown; at?: unknown; findings?: unknown };
  return Number.isFinite(at) && (kind === 'sent' || (kind === 'refused' && Array.isArray(findings)));
}

/** By person where both are known, else by session; what was made by nobody in particular goes with whoever is next. */
export const isOwn = ({ owner }: Attempt, who: Owner): boolean => {
  if (owner.person !== undefined && who.person !== undefined) return owner.person === who.person;
  return owner.session === who.session || (owner.session === '' && owner.person === undefined);
};

const isStuck = ({ trouble, tries }: Attempt): boolean => trouble?.code === 'broken' && tries >= PATIENCE;

/** Strictly the oldest one: a completion must not overtake the check-in before it. Then what the server breaks on. */
function line(attempts: readonly Attempt[], who: Owner): readonly Attempt[] {
  const own = inOrder(attempts).filter((one) => isWaiting(one) && isOwn(one, who));
  return [...own.filter((one) => !isStuck(one)).slice(0, 1), ...own.filter(isStuck)];
}

/** The one to send now; undefined where none waits or its time has not come. */
export const nextDue = (attempts: readonly Attempt[], who: Owner, now: number): Attempt | undefined =>
  line(attempts, who).find((one) => one.notBefore <= now);

/** When there is something to send next, milliseconds; undefined: nothing waits. */
export function wakeAt(attempts: readonly Attempt[], who: Owner): number | undefined {
  const times = line(attempts, who).map((one) => one.notBefore);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** An attempt that its page is sending itself: other tabs leave it alone for as long as that takes at most. */
export const departing = (attempt: Attempt, now: number): Attempt => ({ ...attempt, notBefore: now + ONE_CALL });

export const waitAfter = (tries: number): number => Math.min(FIRST_WAIT * 2 ** Math.max(0, tries - 1), LONGEST_WAIT);

/** What is wanted is the state, not the deed: completed by somebody else meanwhile is as good. */
const isFulfilled = (attempt: Attempt, failure: Failure): boolean =>
  attempt.call === 'visit.complete' &&
  (failure.findings ?? []).some(
    ({ because, facts }) =>
      because === 'not-in-service' && ['completed', 'rated', 'rating_closed'].includes(String(facts.state)),
  );

const sent = (attempt: Attempt, now: number, data?: Output<QueuedCall>): Attempt => ({
  ...attempt,
  outcome: {
    kind: 'sent',
    at: now,
    visitId: data && 'visitId' in data ? data.visitId : (attempt.about.visitId ?? ''),
    ...(data && 'side' in data && { side: data.side }),
  },
});

/** @param failure with the seconds that the server wants to be left alone for */
function later(attempt: Attempt, { code, requestId, retryAfter = 0 }: Failure, now: number): Attempt {
  const tries = attempt.tries + 1;
  const trouble = { code, ...(requestId && { requestId }) };
  return { ...attempt, tries, trouble, notBefore: now + Math.max(waitAfter(tries), retryAfter * 1000) };
}

/** Nothing that this person did is the reason: the same may well succeed later. */
export const isPassing = ({ code }: Failure): boolean => code === 'offline' || code === 'too-many' || code === 'broken';

/** The attempt after an answer: done, refused for good, or to be tried again. */
export function settled(attempt: Attempt, answer: Answer, now: number): Attempt {
  if (answer.ok) return sent(attempt, now, answer.data);
  if (isFulfilled(attempt, answer)) return sent(attempt, now);
  if (isPassing(answer) || answer.code === 'not-signed-in' || answer.code === 'conflict')
    return later(attempt, answer, now);
  const { code, message, findings = [], requestId } = answer;
  const outcome: Outcome = { kind: 'refused', at: now, code, message, findings, ...(requestId && { requestId }) };
  return { ...attempt, tries: attempt.tries + 1, outcome };
}

/** The network is back, or the person asks: no more waiting. */
export const urged = (attempt: Attempt): Attempt => ({ ...attempt, notBefore: 0 });

/** A refused one, to be sent once more at the person's word. */
export function revived(attempt: Attempt): Attempt {
  const { outcome: _, ...rest } = attempt;
  return { ...rest, tries: 0, notBefore: 0 };
}

/** What was sent is kept for a day, for a page that waits for it; what was refused until it is dismissed. */
export const isStale = ({ outcome }: Attempt, now: number): boolean =>
  outcome?.kind === 'sent' && now - outcome.at > DAY;
