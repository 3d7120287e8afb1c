import { visitOf } from '@/features/visit/addresses';
import { replace, restart } from '@/platform/route';
import { Box, Button, cx, Icon, Page, Steps } from '@/ui';
import { checkInWords as words } from '@/words/check-in-page';
import { failureWords, withNumber } from '@/words/failure';
import { findingWords } from '@/words/findings';
import '@/words/check-in';
import styles from './CheckIn.module.scss';
import { isGuidance, mainFinding, type NextStep, needsFreshCode, nextSteps, type Refusal } from './next-step';

interface Props {
  readonly failure: Refusal;
  /** Whose code it is, where that is known. */
  readonly place?: string | undefined;
  readonly commissioner?: string | undefined;
  /** The visit, where this person may open it. */
  readonly visitId?: string | undefined;
  readonly onRescan: () => void;
  readonly onAgain: () => void;
}

const stepWords: Readonly<Record<NextStep, string>> = {
  rescan: words.rescan,
  visit: words.seeVisit,
  'make-up': words.makeUp,
  again: words.again,
};

/** Why it did not work, as the one biggest thing, and what works instead. */
export function Refused({ failure, place, commissioner, visitId, onRescan, onAgain }: Props) {
  const main = mainFinding(failure.findings ?? []);
  const calm = isGuidance(main?.because);
  const why = main ? findingWords(main.because, main.facts) : failureWords(failure.code);
  const others = (failure.findings ?? []).filter((one) => one !== main && one.verdict === 'unmet');
  const act: Readonly<Record<NextStep, () => void>> = {
    rescan: onRescan,
    again: onAgain,
    visit: () => replace(visitOf(visitId ?? '')),
    'make-up': () => replace(visitOf(visitId ?? '', 'requestMakeUp')),
  };
  const [first = 'rescan', second] = nextSteps(failure, visitId !== undefined);
  return (
    <Page
      title={words.title}
      dock={
        <Box className={styles.dock}>
          <Button word={stepWords[first]} onTap={act[first]} icon={first === 'rescan' ? 'scan' : undefined} />
          {second ? (
            <Button kind="text" word={stepWords[second]} onTap={act[second]} />
          ) : (
            <Button kind="text" word={words.home} onTap={() => restart('/pages/home/index')} />
          )}
        </Box>
      }
    >
      <Box className={styles.state} role="alert">
        <Box className={cx(styles.sign, calm && styles.calm)} hidden>
          {calm ? (
            <Icon name="scan" tone="primary" size={48} />
          ) : (
            <Icon name="alert" tone="unmet" size={48} weight={2.4} />
          )}
        </Box>
        <Box as="h2" className={styles.stateTitle}>
          {why.title}
        </Box>
        {place && <Box className="bold">{place}</Box>}
        <Box className={styles.lead}>{withNumber(why.whatToDo, failure)}</Box>
        {others.map((one) => (
          <Box key={one.because} className={styles.other}>
            {words.alsoWhy}：{findingWords(one.because, one.facts).title}
          </Box>
        ))}
        {needsFreshCode(main?.because) && (
          <Box className={styles.steps}>
            <Steps
              steps={[
                { what: commissioner ? words.askThem(commissioner) : words.askSomebody, how: words.whereCode },
                { what: words.scanFaceToFace, how: words.keptForm },
              ]}
            />
          </Box>
        )}
      </Box>
    </Page>
  );
}
