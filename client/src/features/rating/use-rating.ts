import { useDraft } from '@/features/draft/use-draft';
import { useSending } from '@/features/queue';
import type { Failure, Input, Output } from '@/gateway';
import { newNonce } from '@/platform/nonce';
import { type Form, firstForm, inputOf, type Rateable, type Visit } from './form';

interface Kept extends Form {
  readonly sent: { readonly nonce: string; readonly content: string } | undefined;
}

export interface RatingInUse {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  readonly submit: () => Promise<void>;
  readonly pending: boolean;
  readonly failure: Failure | undefined;
}

interface Done {
  readonly onSent: (data: Output<'rating.submit'>) => void;
  readonly onQueued: () => void;
}

/** One commissioner's rating: kept while it is written, sent, or queued where no answer comes. */
export function useRating(visit: Visit, one: Rateable, { onSent, onQueued }: Done): RatingInUse {
  const name = `rating:${visit.id}:${one.commissioner.id}`;
  const { value, change, clear } = useDraft<Kept>(name, { ...firstForm(one), sent: undefined });
  const sending = useSending('rating.submit');

  const submit = async () => {
    const content = inputOf(value, one, visit);
    if (!content) return;
    // The same content is the same intention; what was changed after a failure is another, or the change would be lost.
    const text = JSON.stringify(content);
    const nonce = value.sent?.content === text ? value.sent.nonce : newNonce();
    change({ sent: { nonce, content: text } });
    const input: Input<'rating.submit'> = { nonce, ...content };
    const reply = await sending.run(input, { name: one.commissioner.name, visitId: visit.id });
    if (reply === 'queued') {
      clear();
      onQueued();
    } else if (reply.ok) {
      clear();
      onSent(reply.data);
    }
  };

  return {
    form: value,
    change: (part) => {
      sending.clear();
      change(part);
    },
    submit,
    pending: sending.pending,
    failure: sending.failure,
  };
}
