import { setLarge, useDevice } from '@/state/device';
import { Box, cx, Tap } from '@/ui';
import { meWords as words } from '@/words/me';
import styles from './Me.module.scss';

/** 关怀模式, kept on this device. */
export function LargeSwitch() {
  const large = useDevice((device) => device.large);
  return (
    <Tap
      role="switch"
      checked={large}
      label={`${words.large}，${words.largeNote}`}
      className={styles.row}
      onTap={() => setLarge(!large)}
    >
      <Box className="grow">
        <Box className={styles.rowName}>{words.large}</Box>
        <Box className="note ink2">{words.largeNote}</Box>
      </Box>
      <Box className={cx(styles.switch, large && styles.on)} hidden>
        <Box className={styles.knob} />
      </Box>
    </Tap>
  );
}
