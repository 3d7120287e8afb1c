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
    };

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
  /** Missing while it waits. */
  readonly outcome?: Outcome;
}
export type Attempt = { [N in QueuedCall]: Base<N> }[QueuedCall];
export type Asked = { [N in QueuedCall]: Pick<Base<N>, 'call' | 'input' | 'about'> }[QueuedCall];
export type Answer = Reply<Output<QueuedCall>>;

const FIRST_WAIT = 4_000;
const LONGEST_WAIT = 300_000;
/** A server that breaks on an attempt this often will not mend by itself: the person is told. */
const PATIENCE = 6;
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

export const isOwn = ({ owner }: Attempt, who: Owner): boolean => {
  if (owner.person !== undefined && who.person !== undefined) return owner.person === who.person;
  return owner.session === '' || owner.session === who.session;
};

/** Strictly the oldest one: a completion must not overtake the check-in before it. */
const head = (attempts: readonly Attempt[], who: Owner): Attempt | undefined =>
  inOrder(attempts).find((one) => isWaiting(one) && isOwn(one, who));

/** The one to send now; undefined where none waits or its time has not come. */
export function nextDue(attempts: readonly Attempt[], who: Owner, now: number): Attempt | undefined {
  const first = head(attempts, who);
  return first && first.notBefore <= now ? first : undefined;
}

/** When there is something to send next, milliseconds; undefined: nothing waits. */
export const wakeAt = (attempts: readonly Attempt[], who: Owner): number | undefined => head(attempts, who)?.notBefore;

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

/** @param asked seconds that the server wants to be left alone for */
const later = (attempt: Attempt, now: number, tries: number, asked = 0): Attempt => ({
  ...attempt,
  tries,
  notBefore: now + Math.max(waitAfter(tries), asked * 1000),
});

/** The attempt after an answer: done, refused for good, or to be tried again. */
export function settled(attempt: Attempt, answer: Answer, now: number): Attempt {
  if (answer.ok) return sent(attempt, now, answer.data);
  if (isFulfilled(attempt, answer)) return sent(attempt, now);
  const tries = attempt.tries + 1;
  switch (answer.code) {
    case 'offline':
    case 'not-signed-in':
    case 'too-many':
    case 'conflict':
      return later(attempt, now, tries, answer.retryAfter);
    case 'broken':
      if (tries < PATIENCE) return later(attempt, now, tries);
      break;
  }
  const { code, message, findings = [] } = answer;
  return { ...attempt, tries, outcome: { kind: 'refused', at: now, code, message, findings } };
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
