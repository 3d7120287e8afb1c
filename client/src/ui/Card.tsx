import type { ReactNode } from 'react';
import { Box } from './base';
import styles from './Card.module.scss';
import { cx } from './cx';

interface CardProps {
  readonly as?: 'div' | 'section' | 'ul' | 'ol' | undefined;
  /** Room inside; off for lists, whose rows bring their own. */
  readonly pad?: boolean | undefined;
  readonly className?: string | undefined;
  readonly label?: string | undefined;
  readonly children?: ReactNode;
}

/** White ground with a hairline; its rows are parted by the same line. */
export function Card({ as, pad, className, label, children }: CardProps) {
  return (
    <Box as={as} className={cx(styles.card, pad && styles.pad, className)} label={label}>
      {children}
    </Box>
  );
}

interface SectionProps {
  readonly title: string;
  /** At the right: a number, a tag, a small action. */
  readonly more?: ReactNode;
  readonly children?: ReactNode;
}

/** A heading and what belongs to it. */
export function Section({ title, more, children }: SectionProps) {
  return (
    <Box as="section" className={styles.section}>
      <Box className={styles.head}>
        <Box as="h2" className="head">
          {title}
        </Box>
        {more !== undefined && <Box className={styles.more}>{more}</Box>}
      </Box>
      {children}
    </Box>
  );
}

interface PanelProps extends SectionProps {
  readonly className?: string | undefined;
}

/** The wide screen's section: the heading stands inside the card. */
export function Panel({ title, more, className, children }: PanelProps) {
  return (
    <Box as="section" className={cx(styles.card, styles.panel, className)}>
      <Box as="header" className={styles.panelHead}>
        <Box as="h2" className="head">
          {title}
        </Box>
        {more !== undefined && <Box className={styles.more}>{more}</Box>}
      </Box>
      {children}
    </Box>
  );
}
