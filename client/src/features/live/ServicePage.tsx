import { useEffect, useRef } from 'react';
import { QueuedNote } from '@/features/queue';
import { useRole } from '@/features/roles';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { liveOf, rateOf, visitOf } from '@/features/visit/addresses';
import type { VisitDetail } from '@/features/visit/types';
import { type Completing, useComplete } from '@/features/visit/use-complete';
import { useMeant } from '@/platform/meant';
import { go, replace, restart } from '@/platform/route';
import { buzz } from '@/platform/vibrate';
import { Box, Button, Loaded, Page } from '@/ui';
import { liveWords, serviceWords as words } from '@/words/live';
import styles from './Live.module.scss';
import { Overnight } from './Overnight';
import { ServiceBody } from './ServiceBody';
import { type ServiceView, viewOf } from './service-view';
import { useWatchedVisit } from './use-watched-visit';

interface DockProps {
  readonly visit: VisitDetail;
  readonly view: ServiceView;
  readonly completing: Completing;
}

const home = (): void => restart('/pages/home/index');

function Dock({ visit, view, completing }: DockProps) {
  const meant = useMeant(view);
  const toHome = () => meant(home);
  const live = visit.may.includes('liveCode') && (
    <Button
      kind={view === 'waiting' ? 'primary' : 'text'}
      word={view === 'running' ? liveWords.more : liveWords.showCode}
      onTap={() => go(liveOf(visit.id))}
    />
  );
  const seeVisit = <Button kind="text" word={liveWords.seeVisit} onTap={() => go(visitOf(visit.id))} />;
  switch (view) {
    case 'waiting':
      return live || seeVisit;
    case 'running':
      return (
        <Box className={styles.dock}>
          {visit.may.includes('complete') ? (
            <Button
              kind={visit.mine === 'specialist' ? 'primary' : 'plain'}
              word={completing.queued ? liveWords.sendNow : liveWords.complete}
              pending={completing.pending}
              onTap={() => meant(completing.complete)}
            />
          ) : (
            <Button kind="plain" word={liveWords.home} onTap={toHome} />
          )}
          {live}
        </Box>
      );
    case 'to-rate':
    case 'rated':
      return (
        <Box className={styles.dock}>
          <Button
            kind={view === 'to-rate' ? 'primary' : 'plain'}
            word={view === 'to-rate' ? words.rate : words.amend}
            onTap={() => go(rateOf(visit.id))}
          />
          {seeVisit}
        </Box>
      );
    default:
      return (
        <Box className={styles.dock}>
          <Button word={liveWords.home} onTap={toHome} />
          {seeVisit}
        </Box>
      );
  }
}

interface Props {
  readonly visitId: string;
  /** Opened by the check-in that made it two-sided. */
  readonly joined: boolean;
}

/** The service after check-in, for whoever is in: waits, says what can be done, and asks for the rating when it is time. */
export function ServicePage({ visitId, joined }: Props) {
  useRole();
  const called = useWatchedVisit(visitId);
  const visit = called.data?.visit;
  const view = visit && viewOf(visit);
  const { reload } = called;
  const mine = visit?.mine;
  const completing = useComplete(visit, {
    onDone: () => {
      if (mine === 'specialist') reload();
      else replace(rateOf(visitId));
    },
  });

  const before = useRef<ServiceView>();
  useEffect(() => {
    if (before.current === 'running' && view === 'to-rate') buzz();
    if (before.current === 'waiting' && view === 'running') buzz();
    before.current = view;
  }, [view]);

  return (
    <Page title={words.title} dock={visit && view && <Dock visit={visit} view={view} completing={completing} />}>
      <QueuedNote visitId={visitId} />
      <Loaded of={called}>
        {(data) => (
          <ServiceBody
            visit={data.visit}
            view={viewOf(data.visit)}
            joined={joined}
            mayComplete={data.visit.may.includes('complete')}
          />
        )}
      </Loaded>
      <ActFailure failure={completing.asksReason ? undefined : completing.failure} />
      {visit && <Overnight completing={completing} day={visit.day} />}
    </Page>
  );
}
