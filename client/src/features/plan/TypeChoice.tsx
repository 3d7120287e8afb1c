import { SERVICE_TYPES, type ServiceType } from '@shared/visit/model';
import { Box, cx, Tap } from '@/ui';
import { planWords as words } from '@/words/plan';
import styles from './Plan.module.scss';

interface Props {
  readonly chosen: readonly ServiceType[];
  readonly onChange: (types: readonly ServiceType[]) => void;
}

/** One or several kinds of service, as the rules name them. */
export function TypeChoice({ chosen, onChange }: Props) {
  const toggle = (type: ServiceType) =>
    onChange(SERVICE_TYPES.filter((one) => (one === type ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <Box role="group" label={words.types}>
      <Box className={styles.label}>{words.types}</Box>
      <Box className={styles.chips}>
        {SERVICE_TYPES.map((type) => (
          <Tap
            key={type}
            role="checkbox"
            checked={chosen.includes(type)}
            className={cx(styles.chip, chosen.includes(type) && styles.on)}
            onTap={() => toggle(type)}
          >
            {type}
          </Tap>
        ))}
      </Box>
    </Box>
  );
}
