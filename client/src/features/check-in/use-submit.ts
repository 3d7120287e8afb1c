import { useState } from 'react';
import { enqueue } from '@/features/queue';
import { type Failure, type Output, useAct } from '@/gateway';
import { isoOf, timeNow } from './clock';
import { inputOf, type Resolved } from './form';
import type { FormInUse } from './use-form';

interface Asked {
  /** As scanned. */
  readonly code: string;
  readonly resolved: Resolved | undefined;
  /** When it was read; counts as the claimed time where nobody could be asked then. */
  readonly readAt: number;
  readonly place: string;
}

interface Submit {
  readonly submit: () => Promise<void>;
  readonly pending: boolean;
  readonly failure: Failure | undefined;
  readonly clear: () => void;
  /** The device refused to keep the attempt: it lives as long as this page. */
  readonly unkept: boolean;
}

interface Done {
  readonly onDone: (done: Output<'visit.checkIn'>) => void;
  readonly onQueued: (nonce: string) => void;
}

/** Sends a check-in; without a network it is kept on the phone and sent by itself. */
export function useSubmit(asked: Asked, inUse: FormInUse, { onDone, onQueued }: Done): Submit {
  const act = useAct('visit.checkIn');
  const [unkept, setUnkept] = useState(false);
  const { code, resolved, place } = asked;

  const submit = async () => {
    const { form, nonce } = inUse;
    inUse.change({}); // keeps the nonce: after a reload the same attempt is sent again, not a second one
    const at = resolved ? timeNow() : asked.readAt;
    const input = inputOf({ form, resolved, code, nonce, claimedAt: isoOf(at) });
    const reply = await act.run(input);
    if (reply.ok) {
      inUse.done();
      onDone(reply.data);
    } else if (reply.code === 'offline') {
      act.clear();
      const name = resolved?.enterprise.name ?? place;
      const about = {
        name,
        code,
        ...(resolved && { kind: resolved.kind }),
        ...(resolved?.visitId !== undefined && { visitId: resolved.visitId }),
        ...(form.side && { side: form.side }),
      };
      setUnkept(!enqueue({ call: 'visit.checkIn', input, about }, at));
      inUse.done();
      onQueued(nonce);
    }
  };
  return { submit, pending: act.pending, failure: act.failure, clear: act.clear, unkept };
}
