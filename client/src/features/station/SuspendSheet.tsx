import { useDraft } from '@/features/draft/use-draft';
import { ActSheet } from '@/features/visit/acts/ActSheet';
import { useAct, useNonce } from '@/gateway';
import { DateField, Field } from '@/ui';

export interface PersonActProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** 暂停产业特派员, by whole days; the check-ins stay, and do not count. */
export function SuspendSheet({ person, today, onClose, onDone }: PersonActProps) {
  const act = useAct('commissioner.suspend');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`suspend:${person.id}`, { from: today, to: '', reason: '' });
  const { from, to, reason } = value;
  const missing =
    from === ''
      ? '填开始日'
      : to !== '' && to < from
        ? '结束日不能早于开始日'
        : reason.trim() === ''
          ? '写明原因'
          : undefined;
  const send = async () => {
    const reply = await act.run({ personId: person.id, from, ...(to !== '' && { to }), reason, nonce: nonce() });
    if (!reply.ok) return;
    clear();
    onDone(`已暂停${person.name}，相关数字自动重算`);
  };
  return (
    <ActSheet
      title={`暂停${person.name}`}
      intro="暂停当日起的签到照样留存，但不计数。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '确认暂停', missing, onTap: () => void send() }}
    >
      <DateField kind="date" label="开始日" value={from} onChange={(next) => change({ from: next })} />
      <DateField
        kind="date"
        label="结束日"
        optional
        placeholder="不填就一直暂停"
        value={to}
        onChange={(next) => change({ to: next })}
      />
      <Field kind="area" max={300} label="暂停原因" value={reason} onChange={(next) => change({ reason: next })} />
    </ActSheet>
  );
}
