import { type ReactNode, useState } from 'react';
import { say } from '../words/kit';
import { Box, Tap } from './base';
import styles from './Prefill.module.scss';

interface Props {
  readonly label: string;
  readonly value: string;
  /** What takes the row's place while it is changed: a Field or two. */
  readonly edit: ReactNode;
}

/** What we already know, shown to be checked; 修改 opens the input in place. */
export function PrefillRow({ label, value, edit }: Props) {
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Box className={styles.open}>
        {edit}
        <Tap className={styles.done} onTap={() => setOpen(false)}>
          {say.done}
        </Tap>
      </Box>
    );
  }
  return (
    <Box className={styles.row}>
      <Box className={styles.label}>{label}</Box>
      <Box className={styles.value}>{value}</Box>
      <Tap className={styles.change} onTap={() => setOpen(true)} label={`${say.change}${label}`}>
        {say.change}
      </Tap>
    </Box>
  );
}
