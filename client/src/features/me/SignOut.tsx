import { useState } from 'react';
import { dropDrafts } from '@/features/draft/use-draft';
import { useQueue } from '@/features/queue';
import { session, useAct } from '@/gateway';
import { restart } from '@/platform/route';
import { Box, Button, FailureBlock, Sheet } from '@/ui';
import { meWords as words } from '@/words/me';
import styles from './Me.module.scss';

function leave(): void {
  dropDrafts();
  session.end();
  restart('/pages/sign-in/index');
}

/** Only in a browser: in the mini-program WeChat says who calls. Without a network one can still leave this device. */
export function SignOut() {
  const [open, setOpen] = useState(false);
  const act = useAct('account.signOut');
  const { waiting } = useQueue();
  const send = async () => {
    const reply = await act.run({});
    if (reply.ok) leave();
  };
  const dock = (
    <>
      <Button word={words.signOut} pending={act.pending} onTap={() => void send()} />
      {act.failure && <Button kind="text" word={words.onlyHere} onTap={leave} />}
    </>
  );
  return (
    <Box className={styles.out}>
      <Button kind="plain" word={words.signOut} onTap={() => setOpen(true)} />
      <Sheet open={open} onClose={() => setOpen(false)} title={words.signOutTitle} dock={dock}>
        <Box className="ink2">{words.signOutNote}</Box>
        {waiting.length > 0 && <Box className="bold">{words.waiting(waiting.length)}</Box>}
        {act.failure && <FailureBlock failure={act.failure} />}
      </Sheet>
    </Box>
  );
}
