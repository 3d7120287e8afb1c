import { useState } from 'react';
import { QueuedNote } from '@/features/queue';
import { useRole } from '@/features/roles';
import { visitOf } from '@/features/visit/addresses';
import { useCall } from '@/gateway';
import { replace } from '@/platform/route';
import { Loaded, Page, StateBlock } from '@/ui';
import { findingWords } from '@/words/findings';
import { ratingWords as words } from '@/words/rating';
import '@/words/check-in';
import { nextToRate, type Visit } from './form';
import { type Rated, RateOne } from './RateOne';
import { Thanks } from './Thanks';

/** Why there is nothing to rate, as a finding's code. */
function whyNot(visit: Visit): readonly [string, Readonly<Record<string, unknown>>] {
  if (visit.mine === 'specialist') return ['is-commissioner', {}];
  if (visit.state === 'voided' || visit.state === 'cancelled') return [`visit-${visit.state}`, {}];
  if (visit.completedAt === undefined) return ['not-completed', {}];
  const closed = visit.state === 'rating_closed' || visit.mine !== undefined;
  return closed ? ['window-closed', { closesOn: visit.ratingClosesOn }] : ['not-attended', {}];
}

function Nothing({ visit }: { readonly visit: Visit }) {
  const { title, whatToDo } = findingWords(...whyNot(visit));
  return (
    <StateBlock
      icon="star"
      title={title}
      note={whatToDo}
      action={{ word: words.seeVisit, onTap: () => replace(visitOf(visit.id)) }}
    />
  );
}

/** One commissioner after another, then thanks. */
function Rating({ visit, reload }: { readonly visit: Visit; readonly reload: () => void }) {
  const { rateable } = visit;
  const [done, setDone] = useState<readonly Rated[]>([]);
  const [amending, setAmending] = useState<string>();
  const [all] = useState(() => rateable.filter((one) => !one.rated).map((one) => one.commissioner.id));
  const doneIds = done.map((one) => one.commissionerId);
  const open = nextToRate(rateable, doneIds);
  const last = done[done.length - 1];
  // Nothing open and nothing just done: opened to change what was given.
  const chosen =
    rateable.find((one) => one.commissioner.id === amending) ?? open ?? (last === undefined ? rateable[0] : undefined);
  if (chosen) {
    const at = all.indexOf(chosen.commissioner.id);
    return (
      <RateOne
        key={chosen.commissioner.id}
        visit={visit}
        one={chosen}
        which={all.length > 1 && at >= 0 ? words.which(at + 1, all.length) : undefined}
        onDone={(rated) => {
          setAmending(undefined);
          setDone((before) => [...before.filter((one) => one.commissionerId !== rated.commissionerId), rated]);
          reload();
        }}
      />
    );
  }
  if (!last) return null;
  return <Thanks visit={visit} rated={last} onAmend={() => setAmending(last.commissionerId)} />;
}

/** 评价: for whoever attended for the enterprise or a party. */
export function RatePage({ visitId }: { readonly visitId: string }) {
  useRole();
  const called = useCall('visit.get', visitId === '' ? null : { visitId });
  const visit = called.data?.visit;
  if (visit && visit.rateable.length > 0) return <Rating visit={visit} reload={called.reload} />;
  return (
    <Page title={words.title}>
      <QueuedNote visitId={visitId} />
      <Loaded of={called}>{(data) => <Nothing visit={data.visit} />}</Loaded>
    </Page>
  );
}
