import { useEffect } from 'react';
import { sendNow, useQueue } from '@/features/queue';
import { restart } from '@/platform/route';
import { Box, Button, Card, ListRow, Page, StatusTag, Steps, TallyMark } from '@/ui';
import { checkInWords, queuedWords as words } from '@/words/check-in-page';
import { dayOf, momentWords } from '@/words/dates';
import { queueWords } from '@/words/queue';
import styles from './CheckIn.module.scss';
import { Refused } from './Refused';

interface Props {
  readonly nonce: string;
  readonly onSent: (visitId: string, side: string | undefined) => void;
  readonly onRescan: () => void;
}

/** Kept on the phone: says so, says what happens next, and goes on by itself when it has arrived. */
export function Queued({ nonce, onSent, onRescan }: Props) {
  const { find, isUnkept } = useQueue();
  const attempt = find(nonce);
  const outcome = attempt?.outcome;
  useEffect(() => {
    if (outcome?.kind === 'sent') onSent(outcome.visitId, outcome.side);
  }, [outcome, onSent]);

  if (outcome?.kind === 'refused')
    return (
      <Refused
        failure={outcome}
        place={attempt?.about.name}
        visitId={attempt?.about.visitId}
        onRescan={onRescan}
        onAgain={() => void sendNow()}
      />
    );
  const at = attempt?.at ?? Date.now();
  const { side, kind } = attempt?.about ?? {};
  const offline = attempt?.trouble === undefined || attempt.trouble.code === 'offline';
  const then = side === 'specialist' ? words.thenCode : words.thenNothing;
  return (
    <Page title={checkInWords.title} dock={<Button word={words.retry} onTap={() => void sendNow()} />}>
      <Box className={styles.state} role="status">
        <TallyMark state="queued" size={84} silent />
        <Box as="h2" className={styles.stateTitle}>
          {words.title}
        </Box>
        <Box className={styles.lead}>
          {isUnkept(nonce) ? words.notKept : offline ? words.lead(at) : words.leadBusy(at)}
        </Box>
        <Box className={styles.steps}>
          <Card>
            <ListRow
              name={attempt?.about.name || checkInWords.unreadPlace}
              why={`${momentWords(at, dayOf(Date.now()))} · ${words.filled}`}
              aside={<StatusTag standing="pending" word={queueWords.waiting} />}
            />
          </Card>
        </Box>
        <Box className={styles.steps}>
          <Steps
            steps={[
              { what: words.keep },
              { what: words.whenBack },
              { what: side === undefined ? words.thenEither : then },
            ]}
          />
        </Box>
        <Box className={styles.fine}>{kind === 'enterprise' ? words.limitPoster(at) : words.limitLive(at)}</Box>
        <Button kind="text" word={words.toHome} onTap={() => restart('/pages/home/index')} />
      </Box>
    </Page>
  );
}
