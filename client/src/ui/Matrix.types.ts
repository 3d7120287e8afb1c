/** How a figure stands against elapsed time: `far` is under three quarters of it, `none` has no standard. */
export type Pace = 'met' | 'on' | 'low' | 'far' | 'none';

export interface MatrixCell {
  readonly counted: number;
  readonly target: number | undefined;
  readonly pace: Pace;
}

export interface MatrixColumn {
  readonly key: string;
  readonly head: string;
  /** Unit or explanation below the head. */
  readonly sub?: string | undefined;
}

export interface MatrixRow {
  readonly key: string;
  readonly name: string;
  /** A, B or C, or another short mark. */
  readonly mark?: string | undefined;
  readonly cells: Readonly<Record<string, MatrixCell>>;
  /** How many figures are behind, and how many of them far. */
  readonly behind: number;
  readonly far: number;
  /** Reckoned, in words: 重点约 18/20. */
  readonly projection?: string | undefined;
}

export interface MatrixProps {
  readonly caption: string;
  /** 站点 */
  readonly rowHead: string;
  readonly markHead?: string | undefined;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** 推算 10月底; leave out where nothing is reckoned. */
  readonly projectionHead?: string | undefined;
  readonly onCell: (row: MatrixRow, column: string) => void;
  readonly onRow: (row: MatrixRow) => void;
}

/** What the rows are sorted by: the default is who lags most. */
export type SortKey = 'behind' | 'name' | 'mark' | (string & {});

export interface Sort {
  readonly by: SortKey;
  readonly down: boolean;
}
