import { useEffect, useState } from 'react';
import { Refused } from '@/features/check-in/Refused';
import { QueuedNote } from '@/features/queue';
import { useRole } from '@/features/roles';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { rateOf } from '@/features/visit/addresses';
import { useComplete } from '@/features/visit/use-complete';
import { useCall } from '@/gateway';
import { brighten } from '@/platform/brightness';
import { useMeant } from '@/platform/meant';
import { replace, restart, withQuery } from '@/platform/route';
import { useVisible } from '@/platform/visible';
import { Box, Button, FailureBlock, Page } from '@/ui';
import { liveWords as words } from '@/words/live';
import { Joined } from './Joined';
import styles from './Live.module.scss';
import { Notes } from './Notes';
import { Overnight } from './Overnight';
import { isPaired } from './poll';
import { type LiveNow, useLiveCode } from './use-live-code';
import { Waiting } from './Waiting';

const afterwards = (id: string): string => withQuery('/pages/visit/service', { id });

/** Bright while the code is looked at, and as before at every other moment. */
function useBright(on: boolean): void {
  useEffect(() => (on ? brighten() : undefined), [on]);
}

const isOver = ({ refused }: LiveNow): boolean =>
  refused?.findings?.some((one) => one.because.startsWith('visit-')) ?? false;

interface Props {
  readonly visitId: string;
  /** Opened by the check-in that made it two-sided. */
  readonly joined: boolean;
}

/** The live code of a visit until the other side is in, then the service until it is completed. */
export function LivePage({ visitId, joined }: Props) {
  useRole();
  const visible = useVisible();
  const [more, setMore] = useState(false);
  const [paired, setPaired] = useState(false);
  const showing = !paired || more;
  const now = useLiveCode(visitId, visible, showing);
  const { live, refused } = now;
  const called = useCall('visit.get', { visitId });
  const visit = called.data?.visit;
  const mine = visit?.checkIns.find((one) => one.mine && !one.voided);
  useBright(visible && showing && refused === undefined);

  const both = live !== undefined && isPaired(live);
  const people = live?.present.length ?? 0;
  const { reload } = called;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when somebody has come in or the state has changed
  useEffect(() => {
    setPaired(both);
    if (people > 0) reload();
  }, [both, people, live?.state]);

  const over = isOver(now);
  useEffect(() => {
    if (over) replace(afterwards(visitId));
  }, [over, visitId]);

  const meant = useMeant(!showing);
  const completing = useComplete(visit, {
    onDone: () => replace(mine?.side === 'enterprise' ? rateOf(visitId) : afterwards(visitId)),
  });
  const mayComplete = visit?.may.includes('complete') ?? false;

  if (refused && !over)
    return refused.code === 'refused' ? (
      <Refused
        failure={refused}
        place={visit?.enterprise.name}
        visitId={visit && visitId}
        onRescan={() => replace('/pages/scan/index')}
        onAgain={now.again}
      />
    ) : (
      <Page title={words.showCode}>
        <FailureBlock failure={refused} onAgain={now.again} />
      </Page>
    );

  const dock = showing ? (
    both && <Button kind="ghost" word={words.hideCode} onTap={() => setMore(false)} />
  ) : (
    <Box className={styles.dock}>
      {mayComplete ? (
        <Button
          kind="on-dark"
          word={completing.queued ? words.sendNow : words.complete}
          pending={completing.pending}
          onTap={() => meant(completing.complete)}
        />
      ) : (
        <Button kind="on-dark" word={words.seen} onTap={() => restart('/pages/home/index')} />
      )}
      <Box className={styles.second}>
        <Button kind="ghost" word={words.more} onTap={() => setMore(true)} />
      </Box>
    </Box>
  );
  const title = both
    ? more
      ? words.askMore
      : words.running
    : live?.sides.enterprise
      ? words.askSpecialist
      : words.askEnterprise;
  return (
    <Page title={title} dark dock={dock || undefined}>
      <QueuedNote visitId={visitId} />
      {showing ? (
        <Box className={styles.live}>
          <Waiting now={now} enterprise={visit?.enterprise.name ?? ''} since={mine?.at} />
          {visit && !both && <Notes visit={visit} dark />}
        </Box>
      ) : (
        <Joined live={live} visit={visit} joining={now.joined || joined} mayComplete={mayComplete} />
      )}
      <ActFailure failure={completing.asksReason ? undefined : completing.failure} />
      {visit && <Overnight completing={completing} day={visit.day} />}
    </Page>
  );
}
