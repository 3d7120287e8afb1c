import { useDraft } from '@/features/draft/use-draft';
import { useAct, useNonce } from '@/gateway';
import { Field } from '@/ui';
import { ActSheet } from './ActSheet';
import { type ActProps, lacking } from './types';

/** 取消安排: what was planned and nobody has come to yet. */
export function Cancel({ visit, onClose, onDone }: ActProps) {
  const act = useAct('visit.cancel');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`cancel:${visit.id}`, { reason: '' });
  const send = async () => {
    const reply = await act.run({ visitId: visit.id, nonce: nonce(), reason: value.reason });
    if (!reply.ok) return;
    clear();
    onDone('已取消，双方会收到提醒');
  };
  return (
    <ActSheet
      title="取消安排"
      intro="取消后双方会收到提醒，记录保留，不计数。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '确认取消', missing: lacking(value.reason, '写明原因'), onTap: () => void send() }}
    >
      <Field kind="area" max={300} label="取消原因" value={value.reason} onChange={(reason) => change({ reason })} />
    </ActSheet>
  );
}
