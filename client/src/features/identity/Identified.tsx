import type { ReactNode } from 'react';
import { FailureBlock, Page, Skeleton } from '@/ui';
import { useIdentity } from './use-identity';
import { WeChatOnly } from './WeChatOnly';

interface Props {
  readonly title: string;
  /** Content that calls the server; `renew` where it answered that it does not know this identity. */
  readonly children: (renew: () => void) => ReactNode;
}

/** Around a page that a code can open: content as soon as there is an identity, and the ways to one where there is none. */
export function Identified({ title, children }: Props) {
  const { identity, again, renew } = useIdentity();
  if (identity === 'ready') return children(renew);
  return (
    <Page title={title}>
      {identity === undefined ? (
        <Skeleton />
      ) : identity === 'closed' ? (
        <WeChatOnly />
      ) : (
        <FailureBlock failure={identity} onAgain={again} />
      )}
    </Page>
  );
}
