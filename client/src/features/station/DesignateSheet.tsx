import { useDraft } from '@/features/draft/use-draft';
import { ActSheet } from '@/features/visit/acts/ActSheet';
import { lacking } from '@/features/visit/acts/types';
import { useAct, useNonce } from '@/gateway';
import { Field } from '@/ui';

interface Props {
  readonly stationId: string;
  readonly year: number;
  readonly today: string;
  readonly enterprise: { readonly id: string; readonly name: string };
  /** Withdraws instead. */
  readonly withdraw?: boolean;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** 指定重点服务企业, or 撤回: both need a reason that stays on record. */
export function DesignateSheet({ stationId, year, today, enterprise, withdraw, onClose, onDone }: Props) {
  const designate = useAct('station.designate');
  const takeBack = useAct('station.withdrawDesignation');
  const act = withdraw ? takeBack : designate;
  const { nonce } = useNonce();
  const closed = today > `${year}-10-31`;
  const { value, change, clear } = useDraft(
    `${withdraw ? 'withdraw' : 'designate'}:${stationId}:${year}:${enterprise.id}`,
    {
      reason: '',
    },
  );
  const send = async () => {
    const reply = await act.run({ stationId, year, enterpriseId: enterprise.id, reason: value.reason, nonce: nonce() });
    if (!reply.ok) return;
    clear();
    onDone(withdraw ? `已撤回${enterprise.name}` : `已指定${enterprise.name}`);
  };
  return (
    <ActSheet
      title={withdraw ? '撤回重点服务指定' : '指定为重点服务企业'}
      intro={
        withdraw
          ? `撤回后，${enterprise.name}不再计入重点服务，记录保留。`
          : `${enterprise.name}，${year}年。${closed ? '验收已统计到 10月31日，今天指定只计入全年数字。' : '企业评价过的服务随即计入。'}`
      }
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{
        word: withdraw ? '确认撤回' : '确认指定',
        missing: lacking(value.reason, withdraw ? '写明撤回原因' : '写明指定理由'),
        onTap: () => void send(),
      }}
    >
      <Field
        kind="area"
        max={300}
        label={withdraw ? '撤回原因' : '指定理由'}
        placeholder={withdraw ? undefined : '例如：有明确的技术难题和研发投入'}
        value={value.reason}
        onChange={(reason) => change({ reason })}
      />
    </ActSheet>
  );
}
