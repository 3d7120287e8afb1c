import { useDraft } from '@/features/draft/use-draft';
import { ActSheet } from '@/features/visit/acts/ActSheet';
import { useAct, useNonce } from '@/gateway';
import { DateField } from '@/ui';
import { dayWords } from '@/words/dates';
import type { PersonActProps } from './SuspendSheet';

/** 提名驻站: a station proposes, its district agrees; the district's own proposal is agreed at once. */
export function ProposeSheet({
  person,
  stationId,
  today,
  onClose,
  onDone,
}: PersonActProps & { readonly stationId: string }) {
  const act = useAct('commissioner.proposeResidency');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`residency:${stationId}:${person.id}`, { from: today, to: '' });
  const { from, to } = value;
  const missing = from === '' ? '填开始日' : to !== '' && to < from ? '结束日不能早于开始日' : undefined;
  const send = async () => {
    const reply = await act.run({ stationId, personId: person.id, from, ...(to !== '' && { to }), nonce: nonce() });
    if (!reply.ok) return;
    clear();
    onDone(`已提名${person.name}驻站`);
  };
  return (
    <ActSheet
      title={`提名${person.name}驻站`}
      intro="站点提名，区科协同意后生效；驻站期间完成的服务才算驻站人次。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '确认提名', missing, onTap: () => void send() }}
    >
      <DateField kind="date" label="开始日" value={from} onChange={(next) => change({ from: next })} />
      <DateField
        kind="date"
        label="结束日"
        optional
        placeholder="不填就一直有效"
        value={to}
        onChange={(next) => change({ to: next })}
      />
    </ActSheet>
  );
}

interface EndProps extends PersonActProps {
  readonly residency: { readonly id: string; readonly from: string };
}

/** 结束驻站: the last day still counts. */
export function EndSheet({ person, residency, today, onClose, onDone }: EndProps) {
  const act = useAct('commissioner.endResidency');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`residency-end:${residency.id}`, { to: today });
  const missing =
    value.to === ''
      ? '填结束日'
      : value.to < residency.from
        ? `不能早于 ${dayWords(residency.from, today)}`
        : undefined;
  const send = async () => {
    const reply = await act.run({ personId: person.id, residencyId: residency.id, to: value.to, nonce: nonce() });
    if (!reply.ok) return;
    clear();
    onDone(`${person.name}驻站到 ${dayWords(value.to, today)}`);
  };
  return (
    <ActSheet
      title={`结束${person.name}驻站`}
      intro="结束当日仍算驻站。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '确认结束', missing, onTap: () => void send() }}
    >
      <DateField kind="date" label="结束日" value={value.to} onChange={(to) => change({ to })} />
    </ActSheet>
  );
}
