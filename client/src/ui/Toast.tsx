import { useEffect } from 'react';
import { create } from 'zustand';
import { Box } from './base';
import { Icon } from './Icon';
import styles from './Toast.module.scss';

interface Shown {
  readonly text: string | undefined;
  /** Counts up, so that the same words twice are shown twice. */
  readonly turn: number;
}

const useToast = create<Shown>(() => ({ text: undefined, turn: 0 }));

/** Says for three seconds that something was done. Never an error: that stays where it happened. */
export const toast = (text: string): void => useToast.setState(({ turn }) => ({ text, turn: turn + 1 }));

/** Stands once in every Page. */
export function ToastHost() {
  const { text, turn } = useToast();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn starts its own three seconds
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(() => useToast.setState({ text: undefined }), 3000);
    return () => clearTimeout(timer);
  }, [text, turn]);
  return (
    <Box className={styles.host} role="status" live="polite">
      {text !== undefined && (
        <Box className={styles.toast}>
          <Icon name="check" tone="on-dark" size={22} weight={2.4} />
          <Box className={styles.text}>{text}</Box>
        </Box>
      )}
    </Box>
  );
}
