import { type Failure, type Input, type Output, type Reply, useAct } from '../../gateway';
import { type About, type Asked, departing, isPassing, newAttempt, type QueuedCall, settled } from './core';
import { depart, remove, who } from './kept';
import { handOver } from './queue';

export interface Sending<N extends QueuedCall> {
  /**
   * Sends; `queued` where no answer came that settles it: then it is kept on the phone and sent again by itself.
   * @param at when the person tapped, or scanned, milliseconds
   */
  readonly run: (input: Input<N>, about: About, at?: number) => Promise<Reply<Output<N>> | 'queued'>;
  readonly pending: boolean;
  readonly failure: Failure | undefined;
  readonly clear: () => void;
}

/**
 * The one way in which something is sent that must not be lost: written down before it leaves, so that a page killed before
 * the answer has lost nothing, and taken up again with the same nonce.
 */
export function useSending<N extends QueuedCall>(name: N): Sending<N> {
  const act = useAct(name);

  const run: Sending<N>['run'] = async (input, about, at = Date.now()) => {
    const attempt = newAttempt({ call: name, input, about } as Asked, who(), at);
    depart(departing(attempt, Date.now()));
    const reply = await act.run(input);
    if (reply.ok || !isPassing(reply)) {
      remove(input.nonce);
      return reply;
    }
    act.clear();
    handOver(settled(attempt, reply, Date.now()));
    return 'queued';
  };

  return { run, pending: act.pending, failure: act.failure, clear: act.clear };
}
