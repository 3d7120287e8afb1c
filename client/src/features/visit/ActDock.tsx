import { useState } from 'react';
import type { Me } from '@/features/roles';
import { useAct, useNonce } from '@/gateway';
import { go } from '@/platform/route';
import { useWide } from '@/platform/width';
import { Box, Button, Card, ListRow, Sheet, toast } from '@/ui';
import { ActForm, type SheetAct } from './acts';
import { ActFailure } from './acts/ActFailure';
import styles from './Detail.module.scss';
import { actsOf, hintOf, type VisitAct } from './next-act';
import type { VisitDetail } from './types';

interface Props {
  readonly visit: VisitDetail;
  readonly me: Me;
  /** The form to open with, where the way here asked for one. */
  readonly first: string | undefined;
  readonly onChanged: () => void;
}

/** The next step as the one main button, the rest behind 更多; every form opens over the page. */
export function ActDock({ visit, me, first, onChanged }: Props) {
  const wide = useWide();
  const { main, others } = actsOf(visit);
  const asked = visit.may.find((one) => one === first && one !== 'liveCode' && one !== 'rate' && one !== 'remind');
  const [form, setForm] = useState<SheetAct | undefined>(asked as SheetAct | undefined);
  const [more, setMore] = useState(false);
  const remind = useAct('visit.remind');
  const { nonce, renew } = useNonce();

  const sendReminder = async () => {
    const reply = await remind.run({ visitId: visit.id, nonce: nonce() });
    if (!reply.ok) return;
    renew();
    toast(reply.data.told > 0 ? `已提醒 ${reply.data.told} 人` : '企业还没有联系人，没有人可提醒');
    onChanged();
  };
  const start = (act: VisitAct) => {
    setMore(false);
    if (act.to !== undefined) return go(act.to);
    if (act.key === 'remind') return void sendReminder();
    setForm(act.key as SheetAct);
  };
  const done = (said: string) => {
    setForm(undefined);
    toast(said);
    onChanged();
  };
  const hint = hintOf(visit);
  const [only] = others;
  return (
    <>
      {hint && <Box className={styles.line}>{hint}</Box>}
      <ActFailure failure={remind.failure} />
      <Box className={styles.dock}>
        {main && (
          <Box className={styles.dockMain}>
            <Button word={main.word} pending={main.key === 'remind' && remind.pending} onTap={() => start(main)} />
          </Box>
        )}
        {others.length === 1 && only && (
          <Box className={main ? styles.dockMore : styles.dockMain}>
            <Button kind={main ? 'tint' : 'plain'} word={only.word} onTap={() => start(only)} />
          </Box>
        )}
        {others.length > 1 && (
          <Box className={main || wide ? styles.dockMore : styles.dockMain}>
            <Button kind={main ? 'tint' : 'plain'} word={main ? '更多' : '更多操作'} onTap={() => setMore(true)} />
          </Box>
        )}
      </Box>
      <Sheet open={more} onClose={() => setMore(false)} title="更多操作">
        <Card>
          {others.map((act) => (
            <ListRow key={act.key} name={act.word} onTap={() => start(act)} />
          ))}
        </Card>
      </Sheet>
      {form && <ActForm act={form} visit={visit} me={me} onClose={() => setForm(undefined)} onDone={done} />}
    </>
  );
}
