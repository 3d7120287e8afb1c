import { useState } from 'react';
import { useDraft } from '@/features/draft/use-draft';
import { session, useAct } from '@/gateway';
import { restart } from '@/platform/route';
import { Box, Button, FailureBlock, Field, toast } from '@/ui';
import { identityWords as words } from '@/words/identity';
import { roleWord } from '@/words/roles';
import styles from './Identity.module.scss';

interface Props {
  /** From an invitation's link. */
  readonly invitation?: string | undefined;
  /** Where to go with the new role. */
  readonly to?: string | undefined;
}

/** What an invitation's text or link holds. */
const invitationIn = (text: string): string => /[?&]invitation=([^&#]+)/.exec(text)?.[1] ?? text.trim();

/** Takes up an invitation; where there is no identity yet, it comes with it. */
export function Redeem({ invitation = '', to = '/pages/home/index' }: Props) {
  const draft = useDraft('redeem', { code: invitation });
  const [asked, setAsked] = useState(false);
  const redeem = useAct('account.redeem');
  const code = invitationIn(draft.value.code);
  const wrong = redeem.failure?.fields?.invitation ?? (asked && code === '' ? words.invitationMissing : undefined);

  const use = async () => {
    setAsked(true);
    if (code === '') return;
    const reply = await redeem.run({ invitation: code });
    if (!reply.ok) return;
    draft.clear();
    if (reply.data.token !== undefined) session.begin(reply.data.token);
    toast(words.joined(roleWord(reply.data.grant.role)));
    restart(to);
  };

  return (
    <Box>
      <Field
        label={words.invitation}
        value={draft.value.code}
        onChange={(value) => {
          redeem.clear();
          draft.change({ code: value });
        }}
        max={200}
        hint={words.invitationHint}
        error={wrong}
      />
      {redeem.failure && wrong === undefined && <FailureBlock failure={redeem.failure} />}
      <Box className={styles.use}>
        <Button kind="tint" word={words.use} pending={redeem.pending} onTap={() => void use()} />
      </Box>
    </Box>
  );
}
