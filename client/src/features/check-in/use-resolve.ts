import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Failure } from '@/gateway';
import { storage } from '@/platform/storage';
import { useDevice } from '@/state/device';
import { learnTime, timeNow } from './clock';
import type { Resolved } from './form';

export type Reading =
  | { readonly at: 'reading' }
  | { readonly at: 'known'; readonly resolved: Resolved }
  /** No network, or a server that breaks: the form works all the same, with the moment of reading as the claimed time. */
  | { readonly at: 'unread'; readonly readAt: number; readonly place: string }
  | { readonly at: 'refused'; readonly failure: Failure };

const key = 'places';
const most = 60;

/** Which enterprise a poster was of, remembered from the last time: its name can be shown without a network. */
function rememberPlace(code: string, resolved: Resolved): void {
  if (resolved.kind !== 'enterprise') return;
  const { [code]: _, ...others } = storage.get<Record<string, string>>(key) ?? {};
  const kept = Object.entries(others).slice(-(most - 1));
  storage.set(key, Object.fromEntries([...kept, [code, resolved.enterprise.name]]));
}
function placeOf(code: string): string {
  const place = storage.get<Record<string, unknown>>(key)?.[code];
  return typeof place === 'string' ? place : '';
}

/** A code that was fresh when this phone read it, without a network, is judged by that moment when the check-in arrives. */
const staleOnlyHere = (failure: Failure): boolean =>
  (failure.findings ?? []).some((one) => one.because === 'code-expired');

/** Asks what a code is, for this person, now. */
export function useResolve(code: string, onUnknownIdentity: () => void): readonly [Reading, again: () => void] {
  const [reading, setReading] = useState<Reading>({ at: 'reading' });
  const readAt = useRef(timeNow());
  const turn = useRef(0);
  const online = useDevice((device) => device.online);

  const ask = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const [reply, me] = await Promise.all([call('visit.resolve', { code }), call('account.me', {})]);
    if (mine !== turn.current) return;
    if (me.ok) learnTime(me.data.now);
    if (reply.ok) {
      rememberPlace(code, reply.data);
      setReading({ at: 'known', resolved: reply.data });
    } else if (reply.code === 'not-signed-in') {
      onUnknownIdentity();
    } else {
      const unread: Reading = { at: 'unread', readAt: readAt.current, place: placeOf(code) };
      setReading((now) =>
        reply.code === 'offline' || reply.code === 'broken' || (now.at === 'unread' && staleOnlyHere(reply))
          ? unread
          : { at: 'refused', failure: reply },
      );
    }
  }, [code, onUnknownIdentity]);

  useEffect(() => {
    void ask();
    return () => {
      turn.current += 1;
    };
  }, [ask]);

  const waits = reading.at === 'unread';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the return of the network is a reason
  useEffect(() => {
    if (online && waits) void ask();
  }, [online]);

  const again = useCallback(() => {
    setReading({ at: 'reading' });
    void ask();
  }, [ask]);
  return [reading, again];
}
