import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { useDevice } from '../state/device';
import { Box, Text } from './base';
import { cx } from './cx';
import styles from './Page.module.scss';
import type { PageProps } from './Page.types';
import { PageOffline } from './State';
import { TabBar } from './TabBar';
import { TallyMark } from './Tally';
import { ToastHost } from './Toast';

export type { PageProps } from './Page.types';

/** How far WeChat's own button reaches down, so that the brand stands beside it. */
const topOf = () => {
  try {
    const { top, height } = Taro.getMenuButtonBoundingClientRect();
    return { top, height };
  } catch {
    return { top: 48, height: 32 };
  }
};

function Brand() {
  const { top, height } = topOf();
  return (
    <Box className={styles.brand} style={{ marginTop: `${top}px`, height: `${height}px` }}>
      <TallyMark state="both" size={22} silent />
      <Text className={styles.name}>千人进千企</Text>
    </Box>
  );
}

/** The frame of every page in the mini-program. WeChat draws the bar with title and way back. */
export function Page({ title, tab, dark, dock, hint, bare, children }: PageProps) {
  const large = useDevice((device) => device.large);
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <Box className={cx(styles.page, large && 'large', dark && styles.dark)}>
      {tab === 'home' && <Brand />}
      <Box as="main" className={cx(styles.main, bare && styles.bare)}>
        {!dark && <PageOffline />}
        {children}
      </Box>
      {dock !== undefined && (
        <Box as="footer" className={styles.dock}>
          {hint && !large && <Box className={styles.hint}>{hint}</Box>}
          {dock}
        </Box>
      )}
      {tab && <TabBar tab={tab} />}
      <ToastHost />
    </Box>
  );
}
