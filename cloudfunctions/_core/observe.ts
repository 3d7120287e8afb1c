import { randomUUID } from 'node:crypto';
import type { CallName, FailureCode } from '../../shared/api';
import type { Handler } from './handler';
import { log } from './log';
import type { Change, Doc, Key, Query, Store } from './store';

/** A call that was answered. No more than its name and figures: see log.ts. */
export interface CallSeen {
  readonly call: CallName;
  readonly code: 'ok' | FailureCode;
  readonly ms: number;
  /** How often the store was asked. */
  readonly trips: number;
  /** Commits that others were faster than. */
  readonly conflicts: number;
  readonly requestId: string;
}

export type Verb = 'get' | 'find' | 'commit';

/** One use of the store. `failure`: it threw. */
export interface TripSeen {
  readonly by: CallName | 'nightly' | 'tally';
  readonly verb: Verb;
  readonly outcome: 'done' | 'conflict' | 'failure';
  readonly ms: number;
  readonly failure?: unknown;
  /** Notices that a commit has written, and that it has marked as read. */
  readonly notices?: { readonly written: number; readonly read: number };
}

/** Who looks on while calls are answered: metrics, the log. What it does must be cheap and must not throw. */
export interface Observe {
  call(seen: CallSeen): void;
  trip(seen: TripSeen): void;
}

/** One line for each call. */
export const accessLog: Observe = {
  call: ({ ms, ...seen }) => log('info', 'call', { ...seen, ms: Math.round(ms * 10) / 10 }),
  trip: () => undefined,
};

/** As it comes from a phone: shown to people and written to the log, so nothing that could break a line or hide there. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** The id that a request brought along, or one of ours: its last part is random, and it is made for every request. */
export const requestIdFrom = (given: unknown): string =>
  typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID().slice(-12);

/** The handler, and what it took told to whoever looks on. */
export const observed =
  (name: CallName, handle: Handler): Handler =>
  async (raw, caller, deps) => {
    const { observe } = deps;
    if (!observe) return handle(raw, caller, deps);
    const requestId = deps.requestId ?? requestIdFrom(undefined);
    const began = performance.now();
    let trips = 0;
    let conflicts = 0;
    const store = watchStore(deps.store, name, (seen) => {
      trips += 1;
      if (seen.outcome === 'conflict') conflicts += 1;
      observe.trip(seen);
    });
    const reply = await handle(raw, caller, { ...deps, store, requestId });
    const ms = performance.now() - began;
    observe.call({ call: name, code: reply.ok ? 'ok' : reply.code, ms, trips, conflicts, requestId });
    return reply;
  };

const noticesIn = (changes: readonly Change[]): TripSeen['notices'] => {
  const ours = changes.filter(({ collection }) => collection === 'notices');
  if (ours.length === 0) return undefined;
  const written = ours.filter(({ kind }) => kind === 'insert').length;
  return { written, read: ours.length - written };
};

/** The same store, each use of it told. */
export function watchStore(store: Store, by: TripSeen['by'], tell: (seen: TripSeen) => void): Store {
  const watched = async <T>(
    verb: Verb,
    work: () => Promise<T>,
    outcomeOf: (answer: T) => Pick<TripSeen, 'outcome' | 'notices'>,
  ): Promise<T> => {
    const began = performance.now();
    try {
      const answer = await work();
      tell({ by, verb, ...outcomeOf(answer), ms: performance.now() - began });
      return answer;
    } catch (failure) {
      tell({ by, verb, outcome: 'failure', ms: performance.now() - began, failure });
      throw failure;
    }
  };
  const done = (): Pick<TripSeen, 'outcome'> => ({ outcome: 'done' });
  return {
    get: <D extends Doc>(keys: readonly Key[]) =>
      keys.length === 0 ? store.get<D>(keys) : watched('get', () => store.get<D>(keys), done),
    find: <D extends Doc>(query: Query) => watched('find', () => store.find<D>(query), done),
    commit: (changes, aside = []) =>
      watched(
        'commit',
        () => store.commit(changes, aside),
        (outcome) => {
          const notices = outcome === 'done' ? noticesIn([...changes, ...aside]) : undefined;
          return { outcome, ...(notices && { notices }) };
        },
      ),
    trips: () => store.trips(),
    close: () => store.close(),
  };
}
