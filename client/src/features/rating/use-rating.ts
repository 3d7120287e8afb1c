import { useDraft } from '@/features/draft/use-draft';
import { enqueue } from '@/features/queue';
import { type Failure, type Input, type Output, useAct } from '@/gateway';
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

/** One commissioner's rating: kept while it is written, sent, or queued where there is no network. */
export function useRating(visit: Visit, one: Rateable, { onSent, onQueued }: Done): RatingInUse {
  const name = `rating:${visit.id}:${one.commissioner.id}`;
  const { value, change, clear } = useDraft<Kept>(name, { ...firstForm(one), sent: undefined });
  const act = useAct('rating.submit');

  const submit = async () => {
    const content = inputOf(value, one, visit);
    if (!content) return;
    // The same content is the same intention; what was changed after a failure is another, or the change would be lost.
    const text = JSON.stringify(content);
    const nonce = value.sent?.content === text ? value.sent.nonce : newNonce();
    change({ sent: { nonce, content: text } });
    const input: Input<'rating.submit'> = { nonce, ...content };
    const reply = await act.run(input);
    if (reply.ok) {
      clear();
      onSent(reply.data);
    } else if (reply.code === 'offline') {
      act.clear();
      enqueue({ call: 'rating.submit', input, about: { name: one.commissioner.name, visitId: visit.id } }, Date.now());
      clear();
      onQueued();
    }
  };

  return {
    form: value,
    change: (part) => {
      act.clear();
      change(part);
    },
    submit,
    pending: act.pending,
    failure: act.failure,
  };
}
