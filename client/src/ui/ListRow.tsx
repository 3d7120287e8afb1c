import type { ReactNode } from 'react';
import { Box, Link, Tap } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './ListRow.module.scss';

interface Props {
  /** One line, cut with … where it is too long; in large type it goes on to a second. */
  readonly name: string;
  /** The reason or the facts below the name. */
  readonly why?: ReactNode;
  /** What is urgent about it, in the colour of 待定: 9月23日截止. */
  readonly urgent?: string | undefined;
  /** In front: a time, a mark. */
  readonly lead?: ReactNode;
  /** One thing at the right: a tag or a small button. */
  readonly aside?: ReactNode;
  /** The whole row leads somewhere: an address, or else what a tap does. Not together with a button in `aside`. */
  readonly to?: string | undefined;
  readonly onTap?: (() => void) | undefined;
  readonly label?: string | undefined;
}

/** A row of a list, at least 66 high. */
export function ListRow({ name, why, urgent, lead, aside, to, onTap, label }: Props) {
  const leads = to !== undefined || onTap !== undefined;
  const inside = (
    <>
      {lead !== undefined && <Box className={styles.lead}>{lead}</Box>}
      <Box className={styles.main}>
        <Box className={styles.name}>{name}</Box>
        {(why !== undefined || urgent) && (
          <Box className={styles.why}>
            {why}
            {why !== undefined && urgent && <Box as="span" className="dot" hidden />}
            {urgent && (
              <Box as="span" className={styles.urgent}>
                {urgent}
              </Box>
            )}
          </Box>
        )}
      </Box>
      {aside !== undefined && <Box className={styles.aside}>{aside}</Box>}
      {leads && <Icon name="next" tone="ink-3" size={18} weight={2} />}
    </>
  );
  const className = cx(styles.row, leads && styles.leads);
  if (to !== undefined) {
    return (
      <Link className={className} to={to} label={label}>
        {inside}
      </Link>
    );
  }
  if (onTap !== undefined) {
    return (
      <Tap className={className} onTap={onTap} label={label}>
        {inside}
      </Tap>
    );
  }
  return <Box className={className}>{inside}</Box>;
}

/** The time in front of a row. */
export function RowTime({ children }: { readonly children: string }) {
  return <Box className={styles.time}>{children}</Box>;
}
