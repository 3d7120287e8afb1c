import { say } from '../words/kit';
import { Box, Tap, Text } from './base';
import styles from './DueRow.module.scss';
import { Icon } from './Icon';
import { StatusTag } from './StatusTag';

interface Props {
  /** Days from today; negative when it is past. */
  readonly days: number;
  readonly what: string;
  /** Date and article: 10月31日, 第七条. */
  readonly by: readonly string[];
  readonly onOpen?: (() => void) | undefined;
}

/** A date of the rules that comes nearer. */
export function DueRow({ days, what, by, onOpen }: Props) {
  const inside = (
    <>
      <Box className={styles.days}>
        {days > 0 && <Text className={styles.figure}>{days}</Text>}
        {days >= 0 && (
          <Text className={days === 0 ? styles.today : styles.after}>{days === 0 ? say.today : say.daysAfter}</Text>
        )}
        {days < 0 && <Icon name="alert" tone="unmet" size={24} weight={2.4} />}
      </Box>
      <Box className="grow">
        <Box className={styles.what}>{what}</Box>
        <Box className={styles.by}>
          {by.map((fact, i) => (
            <Box as="span" key={fact}>
              {i > 0 && <Box as="span" className="dot" hidden />}
              {fact}
            </Box>
          ))}
        </Box>
        {days < 0 && <StatusTag standing="unmet" word={say.overdue(-days)} />}
      </Box>
      {onOpen && <Icon name="next" tone="ink-3" size={18} weight={2} />}
    </>
  );
  return onOpen ? (
    <Tap className={styles.due} onTap={onOpen}>
      {inside}
    </Tap>
  ) : (
    <Box className={styles.due}>{inside}</Box>
  );
}
