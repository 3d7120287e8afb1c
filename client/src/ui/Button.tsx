import { say } from '../words/kit';
import styles from './Button.module.scss';
import { Box, Tap } from './base';
import type { Colour } from './colour';
import { cx } from './cx';
import { Icon } from './Icon';
import type { IconName } from './icons';

type Kind = 'primary' | 'tint' | 'plain' | 'text' | 'on-dark' | 'ghost';

interface Props {
  /** A verb: 确认签到. */
  readonly word: string;
  readonly onTap: () => void;
  readonly kind?: Kind | undefined;
  readonly small?: boolean | undefined;
  /** Sent and not yet answered: says so, and takes no second tap. */
  readonly pending?: boolean | undefined;
  /** What is still missing. The button names it, and a tap should lead there. */
  readonly missing?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly describedBy?: string | undefined;
}

const ink: Readonly<Record<Kind, Colour>> = {
  primary: 'on-dark',
  tint: 'primary',
  plain: 'primary',
  text: 'primary',
  'on-dark': 'primary-deep',
  ghost: 'on-dark',
};

/** One primary button per screen, in the dock. Never greyed out. */
export function Button({ word, onTap, kind = 'primary', small, pending, missing, icon, describedBy }: Props) {
  const shown: Kind = missing && kind === 'primary' ? 'tint' : kind;
  const sign = pending ? 'refresh' : icon;
  return (
    <Tap
      className={cx(styles.button, styles[shown], small && styles.small)}
      onTap={() => !pending && onTap()}
      busy={pending}
      describedBy={describedBy}
    >
      {sign && <Icon name={sign} tone={ink[shown]} size={small ? 18 : 22} />}
      <Box as="span" className={cx(sign && styles.beside)}>
        {pending ? say.sending : missing ? say.missing(missing) : word}
      </Box>
    </Tap>
  );
}
