import { useState } from 'react';
import { useDraft } from '@/features/draft/use-draft';
import { sendNow, useQueue, useSending } from '@/features/queue';
import { type Failure, type Output, useNonce } from '@/gateway';

export interface Completing {
  readonly complete: () => void;
  /** Kept on the phone: `complete` then sends it. */
  readonly queued: boolean;
  readonly pending: boolean;
  readonly failure: Failure | undefined;
  /** The rule asks why it was completed after midnight. */
  readonly asksReason: boolean;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly closeReason: () => void;
}

interface Completed {
  readonly id: string;
  readonly enterprise: { readonly name: string };
}

interface Done {
  readonly onDone: (done: Output<'visit.complete'>) => void;
  /** Kept on the phone: the page says so by its QueuedNote. */
  readonly onQueued?: () => void;
}

/** 完成服务, by either side, wherever it is tapped; without an answer it is kept on the phone. */
export function useComplete(visit: Completed | undefined, { onDone, onQueued }: Done): Completing {
  const sending = useSending('visit.complete');
  const { nonce } = useNonce();
  const [asks, setAsks] = useState(false);
  const visitId = visit?.id ?? '';
  const { value, change, clear } = useDraft(`complete:${visitId}`, { reason: '' });
  const reason = value.reason.trim();
  const queued = useQueue(visitId).waiting.some((one) => one.call === 'visit.complete');

  const send = async () => {
    const input = { nonce: nonce(), visitId, ...(reason && { overnightReason: reason }) };
    const reply = await sending.run(input, { name: visit?.enterprise.name ?? '', visitId });
    if (reply === 'queued') {
      setAsks(false);
      onQueued?.();
    } else if (reply.ok) {
      clear();
      onDone(reply.data);
    } else if (reply.findings?.some((one) => one.because === 'overnight-reason-needed')) {
      sending.clear();
      setAsks(true);
    }
  };

  return {
    complete: () => void (queued ? sendNow() : send()),
    queued,
    pending: sending.pending,
    failure: sending.failure,
    asksReason: asks,
    reason: value.reason,
    setReason: (text) => change({ reason: text }),
    closeReason: () => setAsks(false),
  };
}
