import { type MouseEvent, useEffect, useRef } from 'react';
import { say } from '../words/kit';
import { Box, Tap } from './base';
import { Icon } from './Icon';
import styles from './Sheet.module.scss';
import type { SheetProps } from './Sheet.types';
import { useDrag } from './use-drag';

/**
 * From below on a phone, from the right on a wide screen. The browser's own dialog keeps the focus inside, closes
 * on Esc and returns the focus to where it was.
 */
export function Sheet({ open, onClose, title, children, dock }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const { by, handlers } = useDrag(onClose);
  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    const before = document.activeElement;
    // Browsers before 2022 have no showModal: there the sheet stands over the page without keeping the focus.
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  const ground = (event: MouseEvent) => {
    if (event.target === ref.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the dialog's own key
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-label={title}
      onClick={ground}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.sheet} style={by > 0 ? { transform: `translateY(${by}px)` } : undefined}>
        <div className={styles.handle} {...handlers}>
          <div className={styles.grab} />
        </div>
        <Box className={styles.head}>
          <Box as="h2" className={styles.title}>
            {title}
          </Box>
          <Tap className={styles.close} onTap={onClose} label={say.close}>
            <Icon name="close" tone="ink" size={22} weight={2} />
          </Tap>
        </Box>
        <div className={styles.body}>{children}</div>
        {dock && <Box className={styles.dock}>{dock}</Box>}
      </div>
    </dialog>
  );
}
