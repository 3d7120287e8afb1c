import { useDevice } from '../state/device';
import { say } from '../words/kit';
import { Box, Tap, Text } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Scale.module.scss';

export type Score = 1 | 2 | 3 | 4 | 5;

interface Props {
  /** What is scored: 满意度. */
  readonly label: string;
  /** Five words from worst to best. */
  readonly words: readonly [string, string, string, string, string];
  readonly value: Score | undefined;
  readonly onChange: (value: Score) => void;
  readonly id?: string | undefined;
}

const scores: readonly Score[] = [1, 2, 3, 4, 5];
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Five scores, each a figure and a word, none chosen beforehand. Large type: a list with a check. */
export function Scale({ label, words, value, onChange, id }: Props) {
  const large = useDevice((device) => device.large);
  const move = (key: string): boolean => {
    const step = steps[key];
    if (step === undefined) return false;
    const next = Math.min(5, Math.max(1, (value ?? (step > 0 ? 0 : 6)) + step)) as Score;
    onChange(next);
    document.getElementById(`${id ?? label}-${next}`)?.focus();
    return true;
  };
  return (
    <Box className={styles.scale} id={id} role="radiogroup" label={label}>
      <Box className={styles.question}>
        <Text className="head">{label}</Text>
        <Text className={value ? styles.said : styles.unsaid}>{value ? words[value - 1] : say.choose}</Text>
      </Box>
      <Box className={styles.steps}>
        {scores.map((score) => (
          <Tap
            key={score}
            id={`${id ?? label}-${score}`}
            role="radio"
            className={cx(styles.step, score === value && styles.on)}
            checked={score === value}
            tabIndex={score === (value ?? 1) ? 0 : -1}
            onKey={move}
            label={`${score} ${words[score - 1]}`}
            onTap={() => onChange(score)}
          >
            <Text className={styles.figure}>{score}</Text>
            <Text className={styles.word}>{words[score - 1]}</Text>
            {large && score === value && (
              <Box className={styles.check}>
                <Icon name="check" tone="on-dark" size={26} weight={2.4} />
              </Box>
            )}
          </Tap>
        ))}
      </Box>
    </Box>
  );
}
