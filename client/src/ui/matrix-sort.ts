import type { MatrixRow, Sort, SortKey } from './Matrix.types';

const share = (row: MatrixRow, key: string): number => {
  const cell = row.cells[key];
  return cell === undefined || cell.target === undefined
    ? Number.POSITIVE_INFINITY
    : cell.counted / Math.max(cell.target, 1);
};

/** Lagging rows first: number behind, then how many of them far, then the name. */
const byBehind = (a: MatrixRow, b: MatrixRow): number => a.behind - b.behind || a.far - b.far;

const compare =
  (key: SortKey) =>
  (a: MatrixRow, b: MatrixRow): number => {
    if (key === 'behind') return byBehind(a, b);
    if (key === 'name') return a.name.localeCompare(b.name, 'zh-CN');
    if (key === 'mark') return (a.mark ?? '').localeCompare(b.mark ?? '');
    const [left, right] = [share(a, key), share(b, key)];
    return left === right ? 0 : left - right;
  };

/** Equal rows keep the order in which they came. */
export function sorted(rows: readonly MatrixRow[], { by, down }: Sort): readonly MatrixRow[] {
  const order = compare(by);
  return [...rows].sort((a, b) => (down ? order(b, a) : order(a, b)));
}

/** A tap on a head: sorts by it, worst first; again turns it round. */
export const nextSort = (sort: Sort, by: SortKey): Sort =>
  sort.by === by ? { by, down: !sort.down } : { by, down: by === 'behind' };
