import { Box, Skeleton, TallyMark } from '@/ui';
import { LiveCode } from '@/ui/LiveCode';
import { liveWords as words } from '@/words/live';
import styles from './Live.module.scss';
import type { LiveNow } from './use-live-code';

interface Props {
  readonly now: LiveNow;
  readonly enterprise: string;
  /** When this person checked in. */
  readonly since: string | undefined;
}

/** What is missing, in the voice of who waits for it. */
const titleOf = ({ live, offline, left }: LiveNow): string => {
  if (!live) return offline ? words.noNetwork : words.preparing;
  if (offline && left <= 0) return words.noNetwork;
  if (live.sides.specialist && live.sides.enterprise) return words.waitMore;
  return live.sides.specialist ? words.waitEnterprise : words.waitSpecialist;
};

/** The code, as the one biggest thing, and what the other has to do. */
export function Waiting({ now, enterprise, since }: Props) {
  const { live, left, offline } = now;
  const paired = live?.sides.specialist && live.sides.enterprise;
  return (
    <Box className={styles.waiting}>
      <TallyMark
        state={paired ? 'both' : live?.sides.enterprise ? 'enterprise' : 'commissioner'}
        size={44}
        onDark
        silent
      />
      <Box as="h2" className={styles.state} live="polite">
        {titleOf(now)}
      </Box>
      <Box className={styles.sub}>{enterprise}</Box>
      <Box className={styles.sub}>{paired ? words.soFar(live.present.length) : since && words.youAt(since)}</Box>
      <Box className={styles.code}>
        {live ? (
          <LiveCode text={live.url} left={left} of={live.stepSeconds} offline={offline} />
        ) : (
          <Skeleton rows={1} height={318} />
        )}
      </Box>
      {!paired && (
        <Box className={styles.how}>
          <Box className={styles.howTitle}>{words.howTo}</Box>
          <Box as="ol" className={styles.steps}>
            {words.how.map(({ what, how }) => (
              <Box as="li" key={what} className={styles.step}>
                <Box>{what}</Box>
                <Box className={styles.stepHow}>{how}</Box>
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}
