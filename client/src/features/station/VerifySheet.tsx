import { useDraft } from '@/features/draft/use-draft';
import { ActSheet } from '@/features/visit/acts/ActSheet';
import { useAct, useNonce } from '@/gateway';
import { Box, DateField, Segmented, Select } from '@/ui';
import { LEVELS } from '@/words/station';
import type { Qualification } from './EnterpriseFacts';

interface Props {
  readonly enterpriseId: string;
  /** Undefined: a certificate that is not yet on record. */
  readonly known: Qualification | undefined;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** 登记并核验资质: level and validity as printed on the certificate, and whether somebody has seen the original. */
export function VerifySheet({ enterpriseId, known, onClose, onDone }: Props) {
  const act = useAct('enterprise.verifyQualification');
  const { nonce } = useNonce();
  const { value, change, clear } = useDraft(`verify:${enterpriseId}:${known?.id ?? 'new'}`, {
    level: known?.level ?? '',
    validFrom: known?.validFrom ?? '',
    validThrough: known?.validThrough ?? '',
    verified: true,
  });
  const { level, validFrom, validThrough, verified } = value;
  const missing =
    level === ''
      ? '选称号'
      : validFrom === ''
        ? '填生效日'
        : validThrough === ''
          ? '填到期日'
          : validThrough < validFrom
            ? '到期日不能早于生效日'
            : undefined;
  const send = async () => {
    const reply = await act.run({
      enterpriseId,
      ...(known && { qualificationId: known.id }),
      level,
      validFrom,
      validThrough,
      verified,
      nonce: nonce(),
    });
    if (!reply.ok) return;
    clear();
    onDone(verified ? '已核验，数字自动重算' : '已登记，还没有核验');
  };
  return (
    <ActSheet
      title={known ? '核验证书' : '登记证书'}
      intro="照证书填写。核验后，有效期含服务当日的重点服务就计入专精特新。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: verified ? '确认核验' : '先登记', missing, onTap: () => void send() }}
    >
      <Select
        label="称号"
        value={level}
        onChange={(next) => change({ level: next })}
        options={LEVELS.map((one) => ({ value: one, word: one }))}
      />
      <DateField kind="date" label="生效日" value={validFrom} onChange={(next) => change({ validFrom: next })} />
      <DateField kind="date" label="到期日" value={validThrough} onChange={(next) => change({ validThrough: next })} />
      <Box style={{ marginTop: '16px' }}>
        <Segmented
          label="是否核验"
          tabs={[
            { key: 'yes', word: '已看原件，核验通过' },
            { key: 'no', word: '只登记' },
          ]}
          value={verified ? 'yes' : 'no'}
          onChange={(key) => change({ verified: key === 'yes' })}
        />
      </Box>
    </ActSheet>
  );
}
