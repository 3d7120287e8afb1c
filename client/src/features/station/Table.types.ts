import type { ReactNode } from 'react';

export interface TableColumn {
  readonly key: string;
  readonly head: string;
  /** Share of the width; the browser decides where none is given. */
  readonly width?: string | undefined;
}

export interface TableProps {
  /** What the table is about; only for a screen reader. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** The first column names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }[];
}
