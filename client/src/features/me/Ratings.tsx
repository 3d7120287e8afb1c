import { useCall } from '@/gateway';
import { Box, Card, Loaded, Section } from '@/ui';
import { meWords as words } from '@/words/me';
import styles from './Me.module.scss';

function Score({ word, value }: { readonly word: string; readonly value: number }) {
  return (
    <Box className={styles.score}>
      <Box className={styles.figure}>{value.toFixed(1)}</Box>
      <Box className="note ink2">{word}</Box>
    </Box>
  );
}

/** A commissioner's average; the server withholds it under three ratings, so that no single one can be guessed. */
export function Ratings() {
  const average = useCall('rating.average', {});
  return (
    <Section title={words.ratings}>
      <Loaded of={average}>
        {({ ratings, expertise, satisfaction }) => (
          <Card pad>
            {expertise === undefined || satisfaction === undefined ? (
              <Box className="ink2">{words.tooFew(ratings)}</Box>
            ) : (
              <>
                <Box className={styles.scores}>
                  <Score word="专业度" value={expertise} />
                  <Score word="满意度" value={satisfaction} />
                </Box>
                <Box className={styles.small}>{words.ratingsOf(ratings)}</Box>
              </>
            )}
          </Card>
        )}
      </Loaded>
    </Section>
  );
}
