import { useState } from 'react';
import { useAct, useNonce } from '@/gateway';
import { Box, Link, Tap, toast } from '@/ui';
import { failureWords } from '@/words/failure';
import styles from './NextStepButton.module.scss';
import type { NextStep } from './next-step';

function Remind({ word, visitId, who }: { readonly word: string; readonly visitId: string; readonly who: string }) {
  const act = useAct('visit.remind');
  const { nonce, renew } = useNonce();
  const [told, setTold] = useState(false);
  const send = async () => {
    const reply = await act.run({ visitId, nonce: nonce() });
    if (!reply.ok) return;
    renew();
    setTold(true);
    toast(reply.data.told > 0 ? `已提醒 ${reply.data.told} 人` : '企业还没有联系人，没有人可提醒');
  };
  if (told) return <Box className={styles.told}>已提醒</Box>;
  return (
    <>
      <Tap className={styles.step} onTap={() => void send()} busy={act.pending} label={`${word}：${who}`}>
        {act.pending ? '正在提醒…' : word}
      </Tap>
      <Box live="polite">
        {act.failure && (
          <Box className={styles.failure}>{act.failure.message || failureWords(act.failure.code).title}</Box>
        )}
      </Box>
    </>
  );
}

/** The one thing to do about a row. */
export function NextStepButton({ step, who }: { readonly step: NextStep; readonly who: string }) {
  if (step.kind === 'remind') return <Remind word={step.word} visitId={step.visitId} who={who} />;
  return (
    <Link className={styles.step} to={step.to} label={`${step.word}：${who}`}>
      {step.word}
    </Link>
  );
}
