import { type ReactNode, useEffect } from 'react';
import { create } from 'zustand';
import type { Called, Failure } from '../gateway';
import { useDevice } from '../state/device';
import { clock } from '../words/dates';
import { failureWords, withNumber } from '../words/failure';
import { say } from '../words/kit';
import { Button } from './Button';
import { Box } from './base';
import { Card } from './Card';
import { Guard } from './Guard';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Skeleton } from './Skeleton';
import styles from './State.module.scss';

interface Action {
  readonly word: string;
  readonly onTap: () => void;
}

interface BlockProps {
  readonly icon?: IconName | undefined;
  readonly title: string;
  readonly note?: string | undefined;
  readonly action?: Action | undefined;
  /** Errors are announced, and their sign is red. */
  readonly error?: boolean | undefined;
}

/** In place of content: why there is none, and what comes next. */
export function StateBlock({ icon = 'list', title, note, action, error }: BlockProps) {
  return (
    <Card>
      <Box className={styles.block} role={error ? 'alert' : undefined}>
        <Icon name={icon} tone={error ? 'unmet' : 'ink-3'} size={32} weight={error ? 2.4 : undefined} />
        <Box className={styles.title}>{title}</Box>
        {note && <Box className={styles.note}>{note}</Box>}
        {action && (
          <Box className={styles.action}>
            <Button small kind="tint" word={action.word} onTap={action.onTap} />
          </Box>
        )}
      </Box>
    </Card>
  );
}

interface FailureProps {
  readonly failure: Failure;
  readonly onAgain?: (() => void) | undefined;
  /** In place of 再试一次, for example 登录. */
  readonly action?: Action | undefined;
}

const sign = (failure: Failure): IconName => {
  if (failure.code === 'offline') return 'offline';
  return failure.code === 'not-allowed' || failure.code === 'not-signed-in' ? 'lock' : 'alert';
};

/** A failed call in words: what is the matter, what to do, what is kept. */
export function FailureBlock({ failure, onAgain, action }: FailureProps) {
  const words = failureWords(failure.code);
  const again = onAgain && { word: say.again, onTap: onAgain };
  return (
    <StateBlock
      icon={sign(failure)}
      error={sign(failure) === 'alert'}
      title={words.title}
      note={withNumber(failure.message || words.whatToDo, failure)}
      action={action ?? (sign(failure) === 'lock' ? undefined : again)}
    />
  );
}

/** How many strips tell the age of what they stand above: then the page need not say again that there is no network. */
const useDated = create<{ readonly count: number }>(() => ({ count: 0 }));

/** The strip above the content: no network, or what is shown is old. */
export function OfflineBanner({ asOf }: { readonly asOf?: number | undefined }) {
  const dated = asOf !== undefined;
  useEffect(() => {
    if (!dated) return;
    useDated.setState(({ count }) => ({ count: count + 1 }));
    return () => useDated.setState(({ count }) => ({ count: count - 1 }));
  }, [dated]);
  return (
    <Box className={styles.banner} role="status" live="polite">
      <Icon name="offline" tone="pending" size={20} />
      <Box className="grow">{asOf === undefined ? say.offlineNow : say.offlineSince(clock(asOf))}</Box>
    </Box>
  );
}

/** The page's own strip while there is no network. */
export function PageOffline() {
  const online = useDevice((device) => device.online);
  const told = useDated(({ count }) => count > 0);
  return online || told ? null : <OfflineBanner />;
}

const UNDRAWN: Failure = { ok: false, code: 'broken', message: '' };

interface LoadedProps<T> {
  readonly of: Called<T>;
  readonly children: (data: T) => ReactNode;
  /** True where there is nothing to show; then `empty` is shown. */
  readonly isEmpty?: ((data: T) => boolean) | undefined;
  readonly empty?: ReactNode;
  readonly skeleton?: ReactNode;
  /** For 无权查看: what leads to the permission. */
  readonly denied?: Action | undefined;
}

/** The five states of a reading in one place: loading, content, empty, error or no permission, offline with its time. */
export function Loaded<T>({ of: called, children, isEmpty, empty, skeleton, denied }: LoadedProps<T>) {
  const { data, failure, state } = called;
  if (data === undefined) {
    if (!failure) return skeleton ?? <Skeleton />;
    return <FailureBlock failure={failure} onAgain={called.reload} action={state === 'denied' ? denied : undefined} />;
  }
  return (
    <>
      {state === 'offline' && <OfflineBanner asOf={called.asOf} />}
      {state === 'error' && failure && <FailureBlock failure={failure} onAgain={called.reload} />}
      <Guard mark={called.asOf} fallback={<FailureBlock failure={UNDRAWN} onAgain={called.reload} />}>
        {() => (isEmpty?.(data) ? empty : children(data))}
      </Guard>
    </>
  );
}
