import { useCallback, useEffect, useRef, useState } from 'react';
import { useDevice } from '../state/device';
import { call } from './call';
import { keyOf, type Last, recall, remember } from './last';
import type { CallName, Failure, Input, Output } from './reply';
import { session } from './session';

/**
 * What a page knows of a call: `data` is the last content even while it loads again, fails or is offline,
 * `asOf` the time at which it was true.
 */
export interface Called<T> {
  readonly state: 'loading' | 'ready' | 'error' | 'offline' | 'denied';
  readonly data: T | undefined;
  readonly asOf: number | undefined;
  readonly failure: Failure | undefined;
  readonly reload: () => void;
}

const stateOf = (failure: Failure): Called<unknown>['state'] => {
  if (failure.code === 'offline') return 'offline';
  return failure.code === 'not-allowed' || failure.code === 'not-signed-in' ? 'denied' : 'error';
};

interface Known<T> {
  readonly key: string;
  readonly last: Last<T> | undefined;
  readonly failure: Failure | undefined;
  readonly busy: boolean;
}

/** Reads, and reads again when the network comes back. `input` null: not yet, for example before a parameter is known. */
export function useCall<N extends CallName>(name: N, input: Input<N> | null): Called<Output<N>> {
  type T = Output<N>;
  const wanted = input !== null;
  const key = keyOf(name, input);
  const [known, setKnown] = useState<Known<T>>(() => ({ key, last: recall<T>(key), failure: undefined, busy: wanted }));
  const online = useDevice((device) => device.online);
  const latest = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for name and input
  const load = useCallback(async () => {
    if (input === null) return;
    latest.current += 1;
    const turn = latest.current;
    setKnown((now) => ({ key, last: now.key === key ? now.last : recall<T>(key), failure: undefined, busy: true }));
    const asker = session.token();
    const reply = await call(name, input);
    if (turn !== latest.current) return; // a later reading is under way, or the page is gone
    if (asker !== session.token()) return load(); // the answer is for somebody who is no longer signed in
    if (reply.ok) {
      const last = { data: reply.data, at: Date.now() };
      remember(key, last);
      setKnown({ key, last, failure: undefined, busy: false });
    } else {
      // What one may no longer see is not shown from memory either.
      const gone = stateOf(reply) === 'denied';
      setKnown((now) => ({ key, last: gone ? undefined : now.last, failure: reply, busy: false }));
    }
  }, [key, wanted]);

  useEffect(() => {
    if (wanted) void load();
    return () => {
      latest.current += 1;
    };
  }, [load, wanted]);

  const failure = known.key === key ? known.failure : undefined;
  const waiting = failure?.code === 'offline';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the return of the network is a reason
  useEffect(() => {
    if (online && waiting) void load();
  }, [online]);

  const last = known.key === key ? known.last : recall<T>(key);
  const state = failure ? stateOf(failure) : known.busy || known.key !== key ? (last ? 'ready' : 'loading') : 'ready';
  return {
    state: wanted ? state : 'loading',
    data: last?.data,
    asOf: last?.at,
    failure,
    reload: () => void load(),
  };
}
