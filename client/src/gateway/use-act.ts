import { useRef, useState } from 'react';
import { call } from './call';
import type { CallName, Failure, Input, Output, Reply } from './reply';

export interface Acting<N extends CallName> {
  /** Sends; a second tap while one is under way gets that one's answer. */
  readonly run: (input: Input<N>) => Promise<Reply<Output<N>>>;
  readonly pending: boolean;
  readonly failure: Failure | undefined;
  /** Takes the failure away, for example when the person goes on writing. */
  readonly clear: () => void;
}

/** A write. The nonce is the caller's: it stays the same until the attempt is over, see `useNonce`. */
export function useAct<N extends CallName>(name: N): Acting<N> {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const underWay = useRef<Promise<Reply<Output<N>>>>();

  const send = async (input: Input<N>): Promise<Reply<Output<N>>> => {
    setPending(true);
    setFailure(undefined);
    const reply = await call(name, input);
    underWay.current = undefined;
    setPending(false);
    if (!reply.ok) setFailure(reply);
    return reply;
  };

  const run = (input: Input<N>): Promise<Reply<Output<N>>> => {
    underWay.current ??= send(input);
    return underWay.current;
  };

  return { run, pending, failure, clear: () => setFailure(undefined) };
}
