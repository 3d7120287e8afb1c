import { go, withQuery } from '@/platform/route';
import { Box, Button, Card, Icon, ListRow, StatusTag, TallyMark } from '@/ui';
import { dayOf, momentWords } from '@/words/dates';
import { failureWords, withNumber } from '@/words/failure';
import { findingWords } from '@/words/findings';
import { queueWords as words } from '@/words/queue';
import '@/words/check-in';
import { type Attempt, nonceOf } from './core';
import styles from './QueuedNote.module.scss';
import { again, dismiss, useQueue } from './queue';

const nameOf = (attempt: Attempt): string => `${words.deed(attempt.call)} ${attempt.about.name || words.unknownPlace}`;
const when = (attempt: Attempt): string => momentWords(attempt.at, dayOf(Date.now()));

/** When it was made, and why it is still here. */
function whyWaiting({ at, trouble }: Attempt): string {
  const time = momentWords(at, dayOf(Date.now()));
  if (trouble?.code === 'too-many') return words.busy(time);
  return trouble?.code === 'broken' ? withNumber(words.ill(time), trouble) : words.kept(time);
}

function Waiting({ attempt, unkept }: { readonly attempt: Attempt; readonly unkept: boolean }) {
  return (
    <ListRow
      name={nameOf(attempt)}
      why={unkept ? undefined : whyWaiting(attempt)}
      urgent={unkept ? words.unkept : undefined}
      lead={<TallyMark state="queued" size={26} silent />}
      aside={<StatusTag standing="pending" word={words.waiting} />}
    />
  );
}

function Refused({ attempt }: { readonly attempt: Attempt }) {
  const outcome = attempt.outcome?.kind === 'refused' ? attempt.outcome : undefined;
  if (!outcome) return null;
  const finding = outcome.findings[0];
  const why = finding ? findingWords(finding.because, finding.facts) : failureWords(outcome.code);
  const { visitId } = attempt.about;
  return (
    <Box className={styles.refused} role="alert">
      <Box className="row">
        <Box className="grow bold">{nameOf(attempt)}</Box>
        <StatusTag standing="unmet" word={words.refused} />
      </Box>
      <Box className="note ink2">
        {when(attempt)} · {why.title}
      </Box>
      <Box className="note">{withNumber(why.whatToDo, outcome)}</Box>
      <Box className={styles.actions}>
        {visitId ? (
          <Button
            small
            kind="tint"
            word={words.seeVisit}
            onTap={() => go(withQuery('/pages/visit/index', { id: visitId }))}
          />
        ) : (
          outcome.code === 'broken' && (
            <Button small kind="tint" word={words.again} onTap={() => again(nonceOf(attempt))} />
          )
        )}
        <Button small kind="plain" word={words.dismiss} onTap={() => dismiss(nonceOf(attempt))} />
      </Box>
    </Box>
  );
}

/** What this phone keeps and has not been confirmed, of one visit or of all; nothing where there is nothing. */
export function QueuedNote({ visitId }: { readonly visitId?: string | undefined }) {
  const { waiting, refused, others, isUnkept } = useQueue(visitId);
  const strangers = visitId === undefined ? others : 0;
  if (waiting.length + refused.length + strangers === 0) return null;
  return (
    <Box as="section" className={styles.note} label={words.heading}>
      <Card>
        {refused.map((attempt) => (
          <Refused key={nonceOf(attempt)} attempt={attempt} />
        ))}
        {waiting.map((attempt) => (
          <Waiting key={nonceOf(attempt)} attempt={attempt} unkept={isUnkept(nonceOf(attempt))} />
        ))}
        {strangers > 0 && (
          <ListRow name={words.others(strangers)} why={words.othersNote} lead={<Icon name="lock" size={26} />} />
        )}
      </Card>
    </Box>
  );
}
