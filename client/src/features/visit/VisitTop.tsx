import { Box, TallyMark } from '@/ui';
import { clock, dayWords } from '@/words/dates';
import { peopleWords, stateWord, tallyOf } from '@/words/visit';
import styles from './Detail.module.scss';
import { Facts } from './Facts';
import type { VisitDetail } from './types';

/** 9月16日 10:00–11:30 */
function when({ day, from, to }: VisitDetail, today: string): string {
  const time = from === undefined ? '' : ` ${clock(from)}${to === undefined ? '' : `–${clock(to)}`}`;
  return dayWords(day, today) + time;
}

function scores({ ratings }: VisitDetail): readonly string[] {
  const given = ratings.filter((one) => !one.voided && one.raterKind === 'enterprise');
  const [only] = given;
  return given.length === 1 && only ? [`专业度 ${only.expertise}`, `满意度 ${only.satisfaction}`] : [];
}

interface Props {
  readonly visit: VisitDetail;
  readonly today: string;
}

/** Which visit this is: the mark, the enterprise, when, and how it stands. */
export function VisitTop({ visit, today }: Props) {
  const { enterprise, state, topic, stationName, commissioners } = visit;
  return (
    <Box className={styles.top}>
      <Box className={styles.mark}>
        <TallyMark state={tallyOf(visit)} size={44} />
      </Box>
      <Box className="grow">
        <Box as="h2" className={styles.name}>
          {enterprise.name}
        </Box>
        <Box className={styles.line}>
          <Facts facts={[when(visit, today), stateWord(state), ...scores(visit)]} />
        </Box>
        <Box className={styles.line}>
          <Facts facts={[topic, peopleWords(commissioners), stationName]} />
        </Box>
      </Box>
    </Box>
  );
}
