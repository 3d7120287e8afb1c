import { useState } from 'react';
import { useDraft } from '@/features/draft/use-draft';
import { enqueue, sendNow, useQueue } from '@/features/queue';
import type { VisitDetail } from '@/features/visit/types';
import { type Failure, type Output, useAct, useNonce } from '@/gateway';
import { useMeant } from '@/platform/meant';

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

/** 完成服务, by either side; without a network it is kept on the phone. */
export function useComplete(
  visit: VisitDetail | undefined,
  /** Whether the button is in sight. */
  shown: boolean,
  onDone: (done: Output<'visit.complete'>) => void,
): Completing {
  const act = useAct('visit.complete');
  const { nonce } = useNonce();
  const [asks, setAsks] = useState(false);
  const meant = useMeant(shown);
  const visitId = visit?.id ?? '';
  const { value, change, clear } = useDraft(`complete:${visitId}`, { reason: '' });
  const reason = value.reason.trim();
  const queued = useQueue(visitId).waiting.some((one) => one.call === 'visit.complete');

  const send = async () => {
    const input = { nonce: nonce(), visitId, ...(reason && { overnightReason: reason }) };
    const reply = await act.run(input);
    if (reply.ok) {
      clear();
      onDone(reply.data);
    } else if (reply.code === 'offline') {
      act.clear();
      setAsks(false);
      enqueue({ call: 'visit.complete', input, about: { name: visit?.enterprise.name ?? '', visitId } }, Date.now());
    } else if (reply.findings?.some((one) => one.because === 'overnight-reason-needed')) {
      act.clear();
      setAsks(true);
    }
  };

  return {
    complete: () => {
      if (queued) void sendNow();
      else meant(() => void send());
    },
    queued,
    pending: act.pending,
    failure: act.failure,
    asksReason: asks,
    reason: value.reason,
    setReason: (text) => change({ reason: text }),
    closeReason: () => setAsks(false),
  };
}
