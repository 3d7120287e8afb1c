import { say } from '../words/kit';
import { Box } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './icons';
import styles from './StatusTag.module.scss';

/** How a record stands: each with its own word, shape and colour. */
export type Standing = 'counted' | 'pending' | 'excluded' | 'unmet' | 'projected';

const sign: Readonly<Record<Standing, IconName>> = {
  counted: 'check',
  pending: 'half',
  excluded: 'dash',
  unmet: 'alert',
  projected: 'about',
};

interface Props {
  readonly standing: Standing;
  /** In place of the usual word: 达标, 待确认, 已逾期. */
  readonly word?: string | undefined;
}

export function StatusTag({ standing, word }: Props) {
  return (
    <Box as="span" className={cx(styles.tag, styles[standing])}>
      <Icon name={sign[standing]} tone={standing} size={14} weight={2.6} />
      <Box as="span" className={styles.word}>
        {word ?? say.status[standing]}
      </Box>
    </Box>
  );
}

/** A neutral fact: outlined, or tinted where it names what the page is about (C 类). */
export function Tag({ word, tint }: { readonly word: string; readonly tint?: boolean | undefined }) {
  return (
    <Box as="span" className={cx(styles.tag, tint ? styles.tint : styles.line)}>
      {word}
    </Box>
  );
}
