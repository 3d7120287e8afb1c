import { visitOf } from '@/features/visit/addresses';
import { useMeant } from '@/platform/meant';
import { replace, restart } from '@/platform/route';
import { Box, Button, Page, TallyMark } from '@/ui';
import { ratingWords as words } from '@/words/rating';
import type { Visit } from './form';
import type { Rated } from './RateOne';
import styles from './Rating.module.scss';

interface Props {
  readonly visit: Visit;
  readonly rated: Rated;
  readonly onAmend: () => void;
}

const titles: Readonly<Record<Rated['kind'], string>> = {
  sent: words.thanks,
  amended: words.thanksAmended,
  queued: words.thanksQueued,
};

/** The end: that it has arrived, how long it can be changed, and where it is found again. */
export function Thanks({ visit, rated, onAmend }: Props) {
  const queued = rated.kind === 'queued';
  const meant = useMeant();
  return (
    <Page
      title={words.title}
      dock={
        <Box className={styles.dock}>
          <Button word={words.home} onTap={() => meant(() => restart('/pages/home/index'))} />
          <Button kind="text" word={words.seeVisit} onTap={() => meant(() => replace(visitOf(visit.id)))} />
        </Box>
      }
    >
      <Box className={styles.thanks} role="status">
        <TallyMark state={queued ? 'queued' : 'both'} size={96} silent />
        <Box as="h2" className={styles.thanksTitle}>
          {titles[rated.kind]}
        </Box>
        <Box className={styles.thanksLead}>
          {queued ? words.thanksQueuedLead : words.thanksLead(rated.amendableThrough)}
        </Box>
        {!queued && (
          <Box className={styles.amend}>
            <Button kind="tint" small word={words.amend} onTap={onAmend} />
          </Box>
        )}
      </Box>
    </Page>
  );
}
