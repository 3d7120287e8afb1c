import { useRef } from 'react';
import { useDraft } from '@/features/draft/use-draft';
import { newNonce } from '@/platform/nonce';
import { storage } from '@/platform/storage';
import { type Form, firstForm, type LastForm, orgOf, type Resolved } from './form';

const lastKey = 'draft.last-check-in'; // goes with the drafts when somebody signs out

function lastForm(): LastForm | undefined {
  const { orgName, title, need, name } = storage.get<Partial<Record<keyof LastForm, unknown>>>(lastKey) ?? {};
  const texts = [orgName, title, need, name].every((one) => typeof one === 'string');
  return texts ? ({ orgName, title, need, name } as LastForm) : undefined;
}

interface Kept extends Form {
  /** One per form: a second tap, and a reload, send the same. */
  readonly nonce: string;
}

export interface FormInUse {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  readonly nonce: string;
  /** The form is done: what was written is offered next time. */
  readonly done: () => void;
}

/** What is written at one code, kept through failure, reload and scanning again. */
export function useForm(code: string, resolved: Resolved | undefined): FormInUse {
  const fresh = useRef<string>();
  fresh.current ??= newNonce();
  // By place, not by code: who scans a new live code after an old one finds what he has written.
  const place = resolved?.visitId ?? resolved?.enterprise.id ?? code.slice(0, 32);
  const first = firstForm(resolved, lastForm());
  const draft = useDraft<Kept>(`check-in:${place}`, { ...first, nonce: fresh.current });
  const form = draft.value;
  // A side that was chosen at an earlier scan may not be open any more.
  const side = form.side !== undefined && resolved && !resolved.sides.includes(form.side) ? first.side : form.side;
  const used = { ...form, side };
  return {
    form: used,
    change: (part) => draft.change({ ...part, nonce: form.nonce }),
    nonce: form.nonce,
    done: () => {
      draft.clear();
      fresh.current = undefined;
      const { title, need, name } = used;
      storage.set(lastKey, { orgName: orgOf(used), title, need, name } satisfies LastForm);
    },
  };
}
