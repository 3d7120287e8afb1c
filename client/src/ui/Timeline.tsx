import { Box, Img, Text } from './base';
import { Card } from './Card';
import { colour } from './colour';
import { cx } from './cx';
import { svgUri } from './svg';
import styles from './Timeline.module.scss';

export interface TimelineEntry {
  readonly key: string;
  /** 您签到 */
  readonly what: string;
  /** Who and how, and the time of receipt where it is not the claimed one. */
  readonly by: readonly string[];
  readonly when: string;
  /** `voided` stays, struck; `open` has not happened yet. */
  readonly state?: 'done' | 'open' | 'voided' | undefined;
}

const pin = (state: TimelineEntry['state']): string => {
  const ink = colour(state === 'voided' ? 'field-line' : 'primary');
  const body =
    state === 'open'
      ? `<circle cx='11' cy='11' r='9.5' fill='none' stroke='${colour('ink-3')}' stroke-width='1.6' stroke-dasharray='3 3'/>`
      : `<circle cx='11' cy='11' r='11' fill='${ink}'/><path d='${state === 'voided' ? 'M6.5 11h9' : 'M6 11.5l3.5 3.5 6.5-7'}' fill='none' stroke='#fff' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'/>`;
  return svgUri(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 22 22'>${body}</svg>`);
};

/** What happened, in order: what, who and how, when. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <Card as="ol" className={styles.timeline}>
      {entries.map((entry) => (
        <Box as="li" key={entry.key} className={styles.entry}>
          <Box className={styles.pin}>
            <Img src={pin(entry.state)} width={22} height={22} />
          </Box>
          <Box className="grow">
            <Box className={cx(styles.what, entry.state === 'voided' && styles.struck)}>
              {entry.what}
              {entry.state === 'voided' && <Text className="unseen">（已作废）</Text>}
            </Box>
            <Box className={styles.by}>
              {entry.by.map((fact, i) => (
                <Box as="span" key={fact}>
                  {i > 0 && <Box as="span" className="dot" hidden />}
                  {fact}
                </Box>
              ))}
            </Box>
          </Box>
          <Box className={styles.when}>{entry.when}</Box>
        </Box>
      ))}
    </Card>
  );
}
