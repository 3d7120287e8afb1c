import type { Failure } from '@/gateway';
import { Box, Icon } from '@/ui';
import { failureWords, type Sentence, withNumber } from '@/words/failure';
import { findingWords } from '@/words/findings';
import '@/words/manage';
import styles from './ActSheet.module.scss';

function sentences(failure: Failure): readonly Sentence[] {
  const unmet = (failure.findings ?? []).filter((one) => one.verdict === 'unmet');
  if (unmet.length > 0) return unmet.map((one) => findingWords(one.because, one.facts));
  const fields = Object.values(failure.fields ?? {});
  const words = failureWords(failure.code);
  return [{ title: words.title, whatToDo: fields[0] ?? withNumber(failure.message || words.whatToDo, failure) }];
}

/** Why a write did not happen, where it was asked for: each reason, and what to do. What was typed stays. */
export function ActFailure({ failure }: { readonly failure: Failure | undefined }) {
  return (
    <Box live="assertive">
      {failure &&
        sentences(failure).map(({ title, whatToDo }) => (
          <Box key={title} className={styles.failure}>
            <Box className={styles.sign}>
              <Icon name="alert" tone="unmet" size={20} weight={2.4} />
            </Box>
            <Box className="grow">
              <Box className={styles.what}>{title}</Box>
              <Box>{whatToDo}</Box>
            </Box>
          </Box>
        ))}
    </Box>
  );
}
