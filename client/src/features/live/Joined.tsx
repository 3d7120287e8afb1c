import { useEffect } from 'react';
import type { VisitDetail } from '@/features/visit/types';
import { buzz } from '@/platform/vibrate';
import { Box, TallyMark } from '@/ui';
import { clock } from '@/words/dates';
import { liveWords as words } from '@/words/live';
import styles from './Live.module.scss';
import { Notes } from './Notes';
import type { Live, Present } from './poll';

interface Props {
  readonly live: Live | undefined;
  readonly visit: VisitDetail | undefined;
  /** It happened while we were looking: the one celebration. */
  readonly joining: boolean;
  readonly mayComplete: boolean;
}

/** When and from where this person came, once the visit itself has been read. */
function details(one: Present, visit: VisitDetail | undefined) {
  const found = visit?.checkIns.find(
    (checkIn) =>
      checkIn.side === one.side && checkIn.name === one.name && checkIn.title === one.title && !checkIn.voided,
  );
  return { at: found && clock(found.at), org: found?.orgName };
}

function Person({ one, visit }: { readonly one: Present; readonly visit: VisitDetail | undefined }) {
  const { at, org } = details(one, visit);
  // A commissioner comes as a person, the others for whom they stand.
  const person = one.side === 'specialist';
  const name = (person ? one.name || org : org || one.name) || words.someone;
  const below = [person ? org : one.name, one.title].filter((part) => part && part !== name).join(' ');
  return (
    <Box as="li" className={styles.person}>
      <Box className={styles.role}>
        <Box>{words.side(one.side)}</Box>
        <Box className={styles.at}>{at}</Box>
      </Box>
      <Box className="grow">
        <Box className="bold">{name}</Box>
        {below && <Box className={styles.below}>{below}</Box>}
      </Box>
    </Box>
  );
}

/** Both sides are in. */
export function Joined({ live, visit, joining, mayComplete }: Props) {
  useEffect(() => {
    if (joining) buzz();
  }, [joining]);
  const mine = visit?.mine ?? 'specialist';
  const title = joining ? (mine === 'specialist' ? words.enterpriseIn : words.specialistIn) : words.running;
  return (
    <Box className={styles.joined}>
      <Box className={styles.mark}>
        <TallyMark state="both" size={128} onDark joining={joining} silent />
      </Box>
      <Box as="h2" className={styles.big} live="assertive">
        {title}
      </Box>
      <Box className={styles.lead}>{words.joined}</Box>
      <Box as="ul" className={styles.people}>
        {(live?.present ?? []).map((one) => (
          <Person key={`${one.side}${one.name}${one.title}`} one={one} visit={visit} />
        ))}
      </Box>
      <Box className={styles.then}>{mayComplete ? words.thenComplete : words.thenOthers}</Box>
      {visit && <Notes visit={visit} dark />}
    </Box>
  );
}
