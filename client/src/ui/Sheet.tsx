import { ScrollView, View } from '@tarojs/components';
import { say } from '../words/kit';
import { Box, Tap } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Sheet.module.scss';
import type { SheetProps } from './Sheet.types';
import { useDrag } from './use-drag';

/** From below, over the page: closed by its handle, by × or by the ground. */
export function Sheet({ open, onClose, title, children, dock }: SheetProps) {
  const { by, handlers } = useDrag(onClose);
  if (!open) return null;
  return (
    <View className={cx(styles.root)} catchMove>
      <View className={cx(styles.ground)} onClick={onClose} aria-hidden="true" />
      <View
        className={cx(styles.sheet)}
        style={{ transform: `translateY(${by}px)` }}
        aria-role="dialog"
        aria-modal="true"
        aria-label={title}
      >
        <View className={cx(styles.handle)} {...handlers}>
          <View className={cx(styles.grab)} />
        </View>
        <Box className={styles.head}>
          <Box className={styles.title}>{title}</Box>
          <Tap className={styles.close} onTap={onClose} label={say.close}>
            <Icon name="close" tone="ink" size={22} weight={2} />
          </Tap>
        </Box>
        <ScrollView scrollY className={cx(styles.body)}>
          {children}
        </ScrollView>
        {dock && <Box className={styles.dock}>{dock}</Box>}
      </View>
    </View>
  );
}
