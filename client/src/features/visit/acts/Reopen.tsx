import { useDraft } from '@/features/draft/use-draft';
import { useAct, useNonce } from '@/gateway';
import { DateField, Field } from '@/ui';
import { ActSheet } from './ActSheet';
import { type ActProps, lacking } from './types';

/** 重开评价: a window that closed unrated, through a day. */
export function Reopen({ visit, me, onClose, onDone }: ActProps) {
  const act = useAct('visit.reopenRating');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`reopen:${visit.id}`, { through: '', reason: '' });
  const send = async () => {
    const reply = await act.run({ visitId: visit.id, nonce: nonce(), through: value.through, reason: value.reason });
    if (!reply.ok) return;
    clear();
    onDone('评价已重开');
  };
  return (
    <ActSheet
      title="重开评价"
      intro="重开后企业和参与对接主体可以评价到所选日期当天。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{
        word: '确认重开',
        missing: lacking(value.through, '选截止日期') ?? lacking(value.reason, '写明原因'),
        onTap: () => void send(),
      }}
    >
      <DateField
        kind="date"
        label="评价截止日期"
        from={me.today}
        value={value.through}
        onChange={(through) => change({ through })}
      />
      <Field kind="area" max={300} label="重开原因" value={value.reason} onChange={(reason) => change({ reason })} />
    </ActSheet>
  );
}
