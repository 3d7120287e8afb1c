import { Button as TaroButton } from '@tarojs/components';
import styles from './Button.module.scss';
import { cx } from './cx';

interface Props {
  readonly word: string;
  /** H5 only: what is copied. In WeChat the page says what is sent (`useShared`). */
  readonly link: string;
}

/** Sends this page to a chat; only WeChat's own button may do that. */
export function ShareButton({ word }: Props) {
  return (
    <TaroButton openType="share" className={cx('tap', styles.button, styles.plain)}>
      {word}
    </TaroButton>
  );
}
