import { useState } from 'react';
import { useAct, useNonce } from '@/gateway';
import { go } from '@/platform/route';
import { Box, Button, ListRow, StatusTag, toast } from '@/ui';
import { failureWords } from '@/words/failure';
import { missingWords, nextWord, untilWords } from '@/words/visit';
import { nextAddress } from './addresses';
import type { VisitSummary } from './types';

function Remind({ visit }: { readonly visit: VisitSummary }) {
  const remind = useAct('visit.remind');
  const { nonce } = useNonce();
  const [told, setTold] = useState<number>();
  const send = async () => {
    const reply = await remind.run({ visitId: visit.id, nonce: nonce() });
    if (!reply.ok) return;
    setTold(reply.data.told);
    if (reply.data.told > 0) toast(`已提醒${visit.enterprise.name}`);
  };
  if (told !== undefined)
    return told > 0 ? (
      <StatusTag standing="counted" word="已提醒" />
    ) : (
      <StatusTag standing="excluded" word="无联系人" />
    );
  return (
    <Box live="polite">
      <Button small kind="tint" word="提醒" pending={remind.pending} onTap={() => void send()} />
      {remind.failure && <Box className="mark">{failureWords(remind.failure.code).title}</Box>}
    </Box>
  );
}

interface Props {
  readonly visit: VisitSummary;
  /** Within one enterprise's list its name says nothing: the topic stands in front. */
  readonly by?: 'enterprise' | 'topic' | undefined;
}

/** A visit that lacks one step: what is missing, until when, and the button that does it. */
export function TodoRow({ visit, by = 'enterprise' }: Props) {
  const to = nextAddress(visit);
  const word = nextWord(visit.next);
  const action =
    visit.next?.do === 'remind' ? (
      <Remind visit={visit} />
    ) : (
      word && to && <Button small kind="tint" word={word} onTap={() => go(to)} />
    );
  return (
    <ListRow
      name={by === 'topic' ? visit.topic : visit.enterprise.name}
      why={missingWords(visit)}
      urgent={untilWords(visit.next)}
      aside={action || undefined}
    />
  );
}
