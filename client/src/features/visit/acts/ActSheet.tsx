import type { ReactNode } from 'react';
import type { Failure } from '@/gateway';
import { focusEmpty } from '@/platform/focus-empty';
import { Box, Button, Sheet } from '@/ui';
import { ActFailure } from './ActFailure';
import styles from './ActSheet.module.scss';

interface ActButton {
  readonly word: string;
  readonly onTap: () => void;
  /** What is still missing; the main button names it, and a tap on either goes there. */
  readonly missing?: string | undefined;
}

interface Props {
  readonly title: string;
  readonly intro?: string | undefined;
  readonly onClose: () => void;
  readonly pending: boolean;
  readonly failure: Failure | undefined;
  readonly main: ActButton;
  readonly other?: ActButton | undefined;
  readonly children?: ReactNode;
}

/** The frame of everything that is written about a visit: what it does, its few fields, one button, and why it failed. */
export function ActSheet({ title, intro, onClose, pending, failure, main, other, children }: Props) {
  const tap = (button: ActButton) => () => {
    if (button.missing === undefined) button.onTap();
    else focusEmpty();
  };
  const dock = (
    <>
      <Button word={main.word} missing={main.missing} pending={pending} onTap={tap(main)} />
      {other && (
        <Box className={styles.second}>
          <Button kind="plain" word={other.word} pending={pending} onTap={tap(other)} />
        </Box>
      )}
    </>
  );
  return (
    <Sheet open onClose={onClose} title={title} dock={dock}>
      {intro && <Box className={styles.intro}>{intro}</Box>}
      {children}
      <ActFailure failure={failure} />
    </Sheet>
  );
}
