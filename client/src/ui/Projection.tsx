import type { ReactNode } from 'react';
import { Box } from './base';
import { Section } from './Card';
import styles from './Projection.module.scss';
import { StatusTag } from './StatusTag';

/** What is reckoned, never what is counted: dashed, under its own heading, its basis in the text. */
export function Projection({ children }: { readonly children: ReactNode }) {
  return (
    <Section title="推算" more={<StatusTag standing="projected" word="不是统计结果" />}>
      <Box className={styles.projection}>{children}</Box>
    </Section>
  );
}

/** The reckoned figure within the text. */
export function Reckoned({ children }: { readonly children: ReactNode }) {
  return (
    <Box as="strong" className={styles.reckoned}>
      {children}
    </Box>
  );
}
