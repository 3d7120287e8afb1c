import { useState } from 'react';
import { Box, Sheet, Tap } from '@/ui';
import { privacyWords, checkInWords as words } from '@/words/check-in-page';
import styles from './CheckIn.module.scss';

/** What is recorded of a person, and why; before the first check-in. */
export function Privacy() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Box className={styles.privacy}>
        {words.recordedFirst}
        <Tap className={styles.privacyLink} onTap={() => setOpen(true)}>
          {words.privacy}
        </Tap>
      </Box>
      <Sheet open={open} onClose={() => setOpen(false)} title={privacyWords.title}>
        <Box as="ul" className={styles.lines}>
          {privacyWords.lines.map((line) => (
            <Box as="li" key={line}>
              {line}
            </Box>
          ))}
        </Box>
      </Sheet>
    </>
  );
}
