import { useSending } from '@/features/queue';
import type { Failure, Output } from '@/gateway';
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
}

interface Done {
  readonly onDone: (done: Output<'visit.checkIn'>) => void;
  readonly onQueued: (nonce: string) => void;
}

/** Sends a check-in; without an answer it is kept on the phone and sent by itself. */
export function useSubmit(asked: Asked, inUse: FormInUse, { onDone, onQueued }: Done): Submit {
  const sending = useSending('visit.checkIn');
  const { code, resolved, place } = asked;

  const submit = async () => {
    const { form, nonce } = inUse;
    inUse.change({}); // keeps the nonce: after a reload the same attempt is sent again, not a second one
    const at = resolved ? timeNow() : asked.readAt;
    const input = inputOf({ form, resolved, code, nonce, claimedAt: isoOf(at) });
    const about = {
      name: resolved?.enterprise.name ?? place,
      code,
      ...(resolved && { kind: resolved.kind }),
      ...(resolved?.visitId !== undefined && { visitId: resolved.visitId }),
      ...(form.side && { side: form.side }),
    };
    const reply = await sending.run(input, about, at);
    if (reply === 'queued') {
      inUse.done();
      onQueued(nonce);
    } else if (reply.ok) {
      inUse.done();
      onDone(reply.data);
    }
  };
  const { pending, failure, clear } = sending;
  return { submit, pending, failure, clear };
}
