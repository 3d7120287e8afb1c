import { useEffect, useRef, useState } from 'react';
import { call, type Failure } from '@/gateway';
import { justJoined, type Live, newcomers, nextIn, type Present, secondsLeft } from './poll';

export interface LiveNow {
  readonly live: Live | undefined;
  /** Whole seconds for which the code shown still holds. */
  readonly left: number;
  readonly offline: boolean;
  /** Refused for good: over, or not this person's to show. */
  readonly refused: Failure | undefined;
  /** Became two-sided while we were looking. */
  readonly joined: boolean;
  /** The last who came in while we were looking. */
  readonly newcomer: Present | undefined;
  readonly again: () => void;
}

interface Known {
  readonly live?: Live;
  readonly offline: boolean;
  readonly refused?: Failure;
  readonly joined: boolean;
  readonly newcomer?: Present;
}

const FINAL = ['refused', 'not-allowed', 'not-found', 'not-signed-in'];

/** The code of a visit, always fresh while it is looked at; rests while the page is not in front. */
export function useLiveCode(visitId: string, visible: boolean, showing: boolean): LiveNow {
  const [known, setKnown] = useState<Known>({ offline: false, joined: false });
  const [now, setNow] = useState(() => Date.now());
  const [turn, setTurn] = useState(0);
  const held = useRef<Live>();
  /** The server's clock against this one, milliseconds. */
  const ahead = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn begins again
  useEffect(() => {
    if (!visible || visitId === '') return;
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const reply = await call('visit.liveCode', { visitId });
      if (over) return;
      if (reply.ok) {
        const before = held.current;
        const live = reply.data;
        held.current = live;
        ahead.current = Date.parse(live.now) - Date.now();
        const [newcomer] = newcomers(before, live);
        setKnown((last) => ({
          live,
          offline: false,
          joined: last.joined || justJoined(before, live),
          ...(newcomer ? { newcomer } : last.newcomer && { newcomer: last.newcomer }),
        }));
      } else if (FINAL.includes(reply.code)) {
        setKnown((last) => ({ ...last, offline: false, refused: reply }));
        return;
      } else {
        setKnown((last) => ({ ...last, offline: true }));
      }
      timer = setTimeout(
        () => void ask(),
        nextIn(reply.ok ? reply.data : undefined, Date.now() + ahead.current, showing),
      );
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [visitId, visible, showing, turn]);

  const ticking = visible && showing && known.refused === undefined;
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [ticking]);

  return {
    live: known.live,
    left: known.live ? secondsLeft(known.live, Math.max(now, Date.now()) + ahead.current) : 0,
    offline: known.offline,
    refused: known.refused,
    joined: known.joined,
    newcomer: known.newcomer,
    again: () => {
      setKnown(({ refused: _, ...rest }) => rest);
      setTurn((before) => before + 1);
    },
  };
}
