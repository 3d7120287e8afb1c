import { useCallback, useEffect, useState } from 'react';
import { useQueue } from '@/features/queue';
import { useRole } from '@/features/roles';
import { rateOf, visitOf } from '@/features/visit/addresses';
import { replace, withQuery } from '@/platform/route';
import { scanCode } from '@/platform/scan';
import { buzz } from '@/platform/vibrate';
import { Page, Skeleton, toast } from '@/ui';
import { checkInWords as words } from '@/words/check-in-page';
import { tokenIn } from './code';
import { FormPage } from './FormPage';
import type { Resolved } from './form';
import { Queued } from './Queued';
import { Refused } from './Refused';
import { useForm } from './use-form';
import { type Reading, useResolve } from './use-resolve';
import { useSubmit } from './use-submit';

/** Where somebody goes who is in: to the code that he shows, or to the service that has begun. */
const afterwards = (visitId: string, side: string | undefined, joined: boolean): string =>
  withQuery(side === 'specialist' ? '/pages/visit/live' : '/pages/visit/service', {
    id: visitId,
    joined: joined ? '1' : undefined,
  });

/** Where somebody goes who had been in before. */
function whereAlready({ visitId = '', state, side }: Resolved): string {
  if (state === 'specialist_in' || state === 'enterprise_in' || state === 'in_service')
    return afterwards(visitId, side, false);
  const mayRate = side !== 'specialist' && (state === 'completed' || state === 'rated');
  return mayRate ? rateOf(visitId) : visitOf(visitId);
}

interface FilledProps {
  readonly code: string;
  readonly reading: Extract<Reading, { at: 'known' | 'unread' }>;
  readonly onRescan: () => void;
  readonly onAgain: () => void;
}

function Filled({ code, reading, onRescan, onAgain }: FilledProps) {
  const resolved = reading.at === 'known' ? reading.resolved : undefined;
  const unread = reading.at === 'unread' ? reading : { readAt: 0, place: '' };
  const { waiting } = useQueue();
  // Opened again while it still waits on the phone: not a second form.
  const [queued, setQueued] = useState(() => waiting.find((one) => one.about.code === code)?.input.nonce);
  const inUse = useForm(code, resolved);
  const onDone = useCallback((visitId: string, side: string | undefined, joined: boolean) => {
    if (joined) buzz();
    replace(afterwards(visitId, side, joined));
  }, []);
  const onSent = useCallback((visitId: string, side: string | undefined) => onDone(visitId, side, false), [onDone]);
  const { submit, pending, failure, clear } = useSubmit({ code, resolved, ...unread }, inUse, {
    onDone: ({ visitId, side, state, replayed }) => onDone(visitId, side, state === 'in_service' && !replayed),
    onQueued: setQueued,
  });

  if (queued !== undefined) return <Queued nonce={queued} onSent={onSent} onRescan={onRescan} />;
  if (failure?.code === 'refused' || failure?.code === 'not-found')
    return (
      <Refused
        failure={failure}
        place={resolved?.enterprise.name}
        commissioner={resolved?.commissioners[0]?.name}
        visitId={resolved?.side === 'specialist' || resolved?.checkInId ? resolved.visitId : undefined}
        onRescan={onRescan}
        onAgain={onAgain}
      />
    );
  return (
    <FormPage
      resolved={resolved}
      place={unread.place}
      inUse={inUse}
      pending={pending}
      failure={failure}
      onChange={clear}
      onSubmit={() => void submit()}
    />
  );
}

interface Props {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly renew: () => void;
}

/** One code, from what it is to being checked in. */
export function CheckIn({ code, onCode, renew }: Props) {
  useRole();
  const [reading, again] = useResolve(code, renew);
  const resolved = reading.at === 'known' ? reading.resolved : undefined;
  const already = resolved?.checkInId !== undefined && resolved.visitId !== undefined;

  const rescan = useCallback(async () => {
    const read = await scanCode();
    if (!read.ok) return;
    const next = tokenIn(read.text);
    if (next === code) again();
    else onCode(next);
  }, [code, onCode, again]);

  useEffect(() => {
    if (!resolved || !already) return;
    toast(words.already);
    replace(whereAlready(resolved));
  }, [resolved, already]);

  if (reading.at === 'reading' || already)
    return (
      <Page title={words.title}>
        <Skeleton />
      </Page>
    );
  const onRescan = () => void rescan();
  if (reading.at === 'refused') return <Refused failure={reading.failure} onRescan={onRescan} onAgain={again} />;
  if (resolved && resolved.sides.length === 0)
    return (
      <Refused
        failure={{ code: 'refused', findings: resolved.findings }}
        place={resolved.enterprise.name}
        commissioner={resolved.commissioners[0]?.name}
        onRescan={onRescan}
        onAgain={again}
      />
    );
  return <Filled code={code} reading={reading} onRescan={onRescan} onAgain={again} />;
}
