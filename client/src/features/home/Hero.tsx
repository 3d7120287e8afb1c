import type { ReactNode } from 'react';
import { go } from '@/platform/route';
import { Box, Button, Icon, type IconName, TallyMark, type TallyState, Tap } from '@/ui';
import styles from './Hero.module.scss';

function Ground({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Box className={styles.ghost} hidden>
        <TallyMark state="both" size={220} onDark silent />
      </Box>
      <Box className={styles.inside}>{children}</Box>
    </>
  );
}

interface BigProps {
  /** The verb, the biggest word of the screen. */
  readonly word: string;
  readonly how: string;
  readonly icon: IconName;
  readonly to: string;
}

/** The whole card is one button: 扫码签到. */
export function BigButton({ word, how, icon, to }: BigProps) {
  return (
    <Tap className={styles.hero} onTap={() => go(to)} label={`${word}，${how}`}>
      <Ground>
        <Icon name={icon} tone="on-dark" size={60} weight={1.6} />
        <Box as="span" className={styles.word}>
          {word}
        </Box>
        <Box as="span" className={styles.how}>
          {how}
        </Box>
      </Ground>
    </Tap>
  );
}

interface CardProps {
  readonly mark: TallyState;
  /** What it is about: the enterprise, or whom one rates. */
  readonly about: string;
  /** One line each. */
  readonly say: readonly string[];
  readonly action: { readonly word: string; readonly icon?: IconName; readonly onTap: () => void };
  readonly second?: { readonly word: string; readonly onTap: () => void } | undefined;
}

/** One thing that is under way, and its next step. */
export function BigCard({ mark, about, say, action, second }: CardProps) {
  return (
    <Box as="section" className={styles.hero} label={about}>
      <Ground>
        <TallyMark state={mark} size={52} onDark />
        <Box as="h2" className={styles.about}>
          {about}
        </Box>
        <Box className={styles.say}>
          {say.map((line) => (
            <Box key={line}>{line}</Box>
          ))}
        </Box>
        <Box className={styles.action}>
          <Button kind="on-dark" word={action.word} icon={action.icon} onTap={action.onTap} />
        </Box>
        {second && (
          <Box className={styles.second}>
            <Button kind="ghost" word={second.word} onTap={second.onTap} />
          </Box>
        )}
      </Ground>
    </Box>
  );
}
