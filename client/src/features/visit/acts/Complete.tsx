import { Field } from '@/ui';
import { dayWords } from '@/words/dates';
import { liveWords } from '@/words/live';
import { useComplete } from '../use-complete';
import { ActSheet } from './ActSheet';
import { lacking } from './types';

interface Props {
  readonly visit: { readonly id: string; readonly day: string; readonly enterprise: { readonly name: string } };
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** 完成服务: opens the rating; asks why where midnight has passed. Kept on the phone it closes, and the page says so. */
export function Complete({ visit, today, onClose, onDone }: Props) {
  const completing = useComplete(visit, {
    onDone: (done) => onDone(`服务已完成，企业可在 ${dayWords(done.ratingClosesOn)}前评价`),
    onQueued: onClose,
  });
  const { complete, queued, pending, failure, asksReason, reason, setReason } = completing;
  // The phone may have been opened before midnight: then the server asks.
  const overnight = asksReason || today !== visit.day;
  return (
    <ActSheet
      title="完成服务"
      intro={`${visit.enterprise.name}的服务到此结束，接着由企业评价。完成后不能退回。`}
      onClose={onClose}
      pending={pending}
      failure={failure}
      main={{
        word: queued ? liveWords.sendNow : '确认完成',
        missing: overnight ? lacking(reason, '写明跨日原因') : undefined,
        onTap: complete,
      }}
    >
      {overnight && (
        <Field
          kind="area"
          max={300}
          label="跨日原因"
          hint={`服务日是 ${dayWords(visit.day)}`}
          value={reason}
          onChange={setReason}
        />
      )}
    </ActSheet>
  );
}
