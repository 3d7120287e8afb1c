import { hrefOf } from '../platform/route';
import { useShell } from '../state/shell';
import { Box, Link, Text } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Rail.module.scss';
import { TallyMark } from './Tally';

/** The wide screen's way around, by role, with who is signed in below. H5 only. */
export function Rail() {
  const { places, identity } = useShell();
  const here = window.location.pathname;
  return (
    <Box as="nav" className={styles.rail} label="主要页面">
      <Box className={styles.brand}>
        <TallyMark state="both" size={30} onDark silent />
        <Box className={styles.name}>
          千人进千企
          <Text className={styles.sub}>科创公共服务</Text>
        </Box>
      </Box>
      {places.map(({ word, icon, to }) => {
        const current = hrefOf(to).split('?')[0] === here;
        return (
          <Link key={to} to={to} className={cx(styles.place, current && styles.here)} current={current}>
            <Icon name={icon} tone={current ? 'on-dark' : 'on-dark-2'} size={20} />
            <Text>{word}</Text>
          </Link>
        );
      })}
      {identity && (
        <Box className={styles.identity}>
          <Text className={styles.person}>{identity.name}</Text>
          <Text>{identity.org}</Text>
        </Box>
      )}
    </Box>
  );
}
