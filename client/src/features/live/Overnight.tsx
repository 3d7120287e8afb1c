import { ActSheet } from '@/features/visit/acts/ActSheet';
import type { Completing } from '@/features/visit/use-complete';
import { Field } from '@/ui';
import { liveWords as words } from '@/words/live';

interface Props {
  readonly completing: Completing;
  /** The day of the service. */
  readonly day: string;
}

/** Asked only where midnight has passed since the first check-in. */
export function Overnight({ completing, day }: Props) {
  const { asksReason, closeReason, complete, pending, failure, reason, setReason } = completing;
  if (!asksReason) return null;
  return (
    <ActSheet
      title={words.overnightTitle}
      intro={words.overnightAsk(day)}
      onClose={closeReason}
      pending={pending}
      failure={failure}
      main={{
        word: words.complete,
        missing: reason.trim() === '' ? words.reasonMissing : undefined,
        onTap: complete,
      }}
    >
      <Field
        kind="area"
        max={300}
        label={words.reason}
        placeholder={words.reasonHint}
        value={reason}
        onChange={setReason}
      />
    </ActSheet>
  );
}
