import { VOID_KINDS, type VoidKind } from '@shared/visit/model';
import { useDraft } from '@/features/draft/use-draft';
import { useAct, useNonce } from '@/gateway';
import { Box, Field, Segmented, Select } from '@/ui';
import { momentWords } from '@/words/dates';
import { sideWord } from '@/words/visit';
import { ActSheet } from './ActSheet';
import { type ActProps, lacking } from './types';

interface Draft {
  readonly which: string;
  readonly kind: VoidKind;
  readonly reason: string;
}
const FIRST: Draft = { which: '', kind: VOID_KINDS[0], reason: '' };

interface FieldsProps {
  readonly value: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** What may be voided, where there are several things. */
  readonly of?: readonly { readonly value: string; readonly word: string }[] | undefined;
}

function Fields({ value, change, of }: FieldsProps) {
  return (
    <>
      {of && <Select label="哪一个" value={value.which} options={of} onChange={(which) => change({ which })} />}
      <Box style={{ marginTop: '16px' }}>
        <Box className="note bold" style={{ marginBottom: '6px' }}>
          类别
        </Box>
        <Segmented
          label="类别"
          tabs={VOID_KINDS.map((kind) => ({ key: kind, word: kind }))}
          value={value.kind}
          onChange={(kind) => change({ kind })}
        />
      </Box>
      <Field kind="area" max={300} label="作废原因" value={value.reason} onChange={(reason) => change({ reason })} />
    </>
  );
}

/** 作废这次服务: stays on record, struck, and no longer counts. */
export function VoidVisit({ visit, onClose, onDone }: ActProps) {
  const act = useAct('visit.void');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`void:${visit.id}`, FIRST);
  const send = async () => {
    const { kind, reason } = value;
    const reply = await act.run({ visitId: visit.id, nonce: nonce(), kind, reason });
    if (!reply.ok) return;
    clear();
    onDone('已作废，相关数字已重算');
  };
  return (
    <ActSheet
      title="作废这次服务"
      intro="作废不能恢复。记录和原因保留，双方看得到；相关数字立即重算。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '确认作废', missing: lacking(value.reason, '写明原因'), onTap: () => void send() }}
    >
      <Fields value={value} change={change} />
    </ActSheet>
  );
}

/** 作废一次签到: the visit may fall back to one side. */
export function VoidCheckIn({ visit, me, onClose, onDone }: ActProps) {
  const act = useAct('visit.voidCheckIn');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`voidCheckIn:${visit.id}`, FIRST);
  const of = visit.checkIns
    .filter((one) => !one.voided)
    .map((one) => ({ value: one.id, word: `${sideWord(one.side)} ${one.name} ${momentWords(one.at, me.today)}` }));
  const send = async () => {
    const { which, kind, reason } = value;
    const reply = await act.run({ visitId: visit.id, checkInId: which, nonce: nonce(), kind, reason });
    if (!reply.ok) return;
    clear();
    onDone('签到已作废，相关数字已重算');
  };
  return (
    <ActSheet
      title="作废一次签到"
      intro="只作废这一次签到。若这一方不再有有效签到，这次服务回到只有一方的状态。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{
        word: '确认作废',
        missing: lacking(value.which, '选是哪一次签到') ?? lacking(value.reason, '写明原因'),
        onTap: () => void send(),
      }}
    >
      <Fields value={value} change={change} of={of} />
    </ActSheet>
  );
}

/** 作废一份评价: the center alone, for what was not the enterprise's own word. */
export function VoidRating({ visit, onClose, onDone }: ActProps) {
  const act = useAct('rating.void');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`voidRating:${visit.id}`, FIRST);
  const nameOf = (id: string) => visit.commissioners.find((one) => one.id === id)?.name ?? '特派员';
  const of = visit.ratings
    .filter((one) => !one.voided)
    .map((one) => ({ value: one.id, word: `${one.raterName}对${nameOf(one.commissionerId)}的评价` }));
  const send = async () => {
    const { which, kind, reason } = value;
    const reply = await act.run({ visitId: visit.id, ratingId: which, nonce: nonce(), kind, reason });
    if (!reply.ok) return;
    clear();
    onDone('评价已作废，相关数字已重算');
  };
  return (
    <ActSheet
      title="作废一份评价"
      intro="作废不能恢复。分数高低不是作废的理由；只用于不是评价方本意的评价。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{
        word: '确认作废',
        missing: lacking(value.which, '选是哪一份评价') ?? lacking(value.reason, '写明原因'),
        onTap: () => void send(),
      }}
    >
      <Fields value={value} change={change} of={of} />
    </ActSheet>
  );
}
