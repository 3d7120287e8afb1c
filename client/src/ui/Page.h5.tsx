import { useEffect } from 'react';
import { back, hasBack } from '../platform/route';
import { useWide } from '../platform/width';
import { useDevice } from '../state/device';
import { say } from '../words/kit';
import { Box, Tap, Text } from './base';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Page.module.scss';
import type { PageProps } from './Page.types';
import { Rail } from './Rail';
import { PageOffline } from './State';
import { TabBar } from './TabBar';
import { TallyMark } from './Tally';
import { ToastHost } from './Toast';

export type { PageProps } from './Page.types';

function Bar({ title, tab, dark }: PageProps) {
  return (
    <Box as="header" className={styles.bar}>
      {tab ? (
        <Box className={styles.brand}>
          <TallyMark state="both" size={22} silent />
          <Text className={styles.name}>千人进千企</Text>
          <Box as="h1" className="unseen">
            {title}
          </Box>
        </Box>
      ) : (
        <>
          <Tap className={styles.back} onTap={back} label={say.back}>
            <Icon name={hasBack() ? 'back' : 'home'} tone={dark ? 'on-dark' : 'ink'} size={24} weight={2} />
          </Tap>
          <Box as="h1" className={styles.barTitle}>
            {title}
          </Box>
        </>
      )}
    </Box>
  );
}

function Phone(props: PageProps) {
  const large = useDevice((device) => device.large);
  const { tab, dark, dock, hint, bare, children } = props;
  return (
    <Box className={cx(styles.page, large && 'large', dark && styles.dark)}>
      <Bar {...props} />
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

function Wide({ title, dark, dock, hint, tags, meta, actions, side, tab, narrow, children }: PageProps) {
  const large = useDevice((device) => device.large);
  return (
    <Box className={cx('pc', styles.wide, large && 'large')}>
      <Rail />
      <Box className={styles.content}>
        <Box as="header" className={styles.head}>
          <Box className="grow">
            <Box className={styles.heading}>
              {!tab && hasBack() && (
                <Tap className={styles.wideBack} onTap={back} label={say.back}>
                  <Icon name="back" tone="ink-2" size={20} weight={2} />
                </Tap>
              )}
              <Box as="h1" className="title">
                {title}
              </Box>
              {tags}
            </Box>
            {meta !== undefined && <Box className={styles.meta}>{meta}</Box>}
          </Box>
          {actions !== undefined && <Box className={styles.actions}>{actions}</Box>}
        </Box>
        <Box className={styles.columns}>
          <Box
            as="main"
            className={cx(styles.wideMain, (narrow ?? dock !== undefined) && styles.narrow, dark && styles.darkCard)}
          >
            <PageOffline />
            {children}
            {dock !== undefined && (
              <Box className={styles.wideDock}>
                {dock}
                {hint && <Text className={styles.hint}>{hint}</Text>}
              </Box>
            )}
          </Box>
          {side !== undefined && (
            <Box as="aside" className={styles.side}>
              {side}
            </Box>
          )}
        </Box>
      </Box>
      <ToastHost />
    </Box>
  );
}

/** The frame of every page: header, content, dock and tab bar on a phone; rail, heading and side panel from 960. */
export function Page(props: PageProps) {
  const wide = useWide();
  useEffect(() => {
    document.title = `${props.title} · 千人进千企`;
  }, [props.title]);
  return wide ? <Wide {...props} /> : <Phone {...props} />;
}
