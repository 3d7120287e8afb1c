import type { VisitDetail } from '@/features/visit/types';
import { Box, cx, Icon } from '@/ui';
import { findingWords } from '@/words/findings';
import '@/words/check-in';
import styles from './Live.module.scss';

/** What was noted about this person's own check-in: accepted all the same. */
const notesOn = (visit: VisitDetail) =>
  visit.checkIns
    .filter((one) => one.mine && !one.voided)
    .flatMap((one) => one.findings)
    .filter((one) => one.verdict === 'warned');

export function Notes({ visit, dark }: { readonly visit: VisitDetail; readonly dark?: boolean }) {
  const notes = notesOn(visit);
  if (notes.length === 0) return null;
  return (
    <Box as="ul" className={cx(styles.notes, dark && styles.notesDark)}>
      {notes.map(({ because, facts }) => {
        const { title, whatToDo } = findingWords(because, facts);
        return (
          <Box as="li" key={because} className={styles.noted}>
            <Icon name="half" tone={dark ? 'on-dark-2' : 'pending'} size={20} />
            <Box className="grow">
              <Box className="bold">{title}</Box>
              <Box>{whatToDo}</Box>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
