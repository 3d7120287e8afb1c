import type { TableProps } from './Table.types';

export type { TableColumn, TableProps } from './Table.types';

/** The mini-program has no wide screen: lists stand in its place. */
export function Table(_: TableProps) {
  return null;
}
