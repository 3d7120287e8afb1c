import { hrefOf, restart } from '../platform/route';
import { tabs } from '../state/shell';
import { Box, Tap, Text } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './TabBar.module.scss';

export type TabKey = 'home' | 'visits' | 'me';

const at: Readonly<Record<TabKey, number>> = { home: 0, visits: 1, me: 2 };

/** The three main places, at the bottom of a phone. */
export function TabBar({ tab }: { readonly tab: TabKey }) {
  return (
    <Box as="nav" className={styles.bar} label="主要页面">
      {tabs.map(({ word, icon, to }, i) => {
        const here = i === at[tab];
        return (
          <Tap
            key={hrefOf(to)}
            className={cx(styles.tab, here && styles.here)}
            current={here}
            onTap={() => !here && restart(to)}
          >
            <Icon name={icon} tone={here ? 'primary' : 'ink-3'} size={24} weight={here ? 2.2 : 1.8} />
            <Text>{word}</Text>
          </Tap>
        );
      })}
    </Box>
  );
}
