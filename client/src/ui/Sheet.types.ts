import type { ReactNode } from 'react';

export interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The small line above the content: 这个数字依据的条款. */
  readonly title: string;
  readonly children: ReactNode;
  /** What is done from here, kept in reach below the content. */
  readonly dock?: ReactNode;
}
