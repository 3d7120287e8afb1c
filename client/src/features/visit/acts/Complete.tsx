import { useDraft } from '@/features/draft/use-draft';
import { useAct, useNonce } from '@/gateway';
import { Field } from '@/ui';
import { dayWords } from '@/words/dates';
import { ActSheet } from './ActSheet';
import { lacking } from './types';

interface Props {
  readonly visit: { readonly id: string; readonly day: string; readonly enterprise: { readonly name: string } };
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** 完成服务: opens the rating; asks why where midnight has passed. */
export function Complete({ visit, today, onClose, onDone }: Props) {
  const act = useAct('visit.complete');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`complete:${visit.id}`, { reason: '' });
  const overnight = today !== visit.day;
  const send = async () => {
    const reason = overnight ? { overnightReason: value.reason } : {};
    const reply = await act.run({ visitId: visit.id, nonce: nonce(), ...reason });
    if (!reply.ok) return;
    clear();
    onDone(`服务已完成，企业可在 ${dayWords(reply.data.ratingClosesOn)}前评价`);
  };
  return (
    <ActSheet
      title="完成服务"
      intro={`${visit.enterprise.name}的服务到此结束，接着由企业评价。完成后不能退回。`}
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{
        word: '确认完成',
        missing: overnight ? lacking(value.reason, '写明跨日原因') : undefined,
        onTap: () => void send(),
      }}
    >
      {overnight && (
        <Field
          kind="area"
          max={300}
          label="跨日原因"
          hint={`服务日是 ${dayWords(visit.day)}`}
          value={value.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
    </ActSheet>
  );
}
