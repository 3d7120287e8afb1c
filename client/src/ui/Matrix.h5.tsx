import { useState } from 'react';
import { useWide } from '../platform/width';
import { say } from '../words/kit';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Matrix.module.scss';
import type { MatrixCell, MatrixColumn, MatrixProps, Sort, SortKey } from './Matrix.types';
import { MatrixCards } from './MatrixCards';
import { nextSort, sorted } from './matrix-sort';

export type { MatrixCell, MatrixColumn, MatrixProps, MatrixRow, Pace } from './Matrix.types';

interface HeadProps {
  readonly by: SortKey;
  readonly head: string;
  readonly sub?: string | undefined;
  readonly sort: Sort;
  readonly onSort: (by: SortKey) => void;
}

function Head({ by, head, sub, sort, onSort }: HeadProps) {
  const here = sort.by === by;
  const ends = here && sort.down ? 'descending' : here ? 'ascending' : 'none';
  return (
    <th scope="col" aria-sort={ends} className={cx(here && styles.sorted)}>
      <button type="button" className={styles.sort} onClick={() => onSort(by)}>
        {head}
        {here && (sort.down ? ' ↓' : ' ↑')}
        <small>{sub ?? '\u00a0'}</small>
      </button>
    </th>
  );
}

interface CellProps {
  /** What the figures are of, heard before them: 门头沟 重点服务. */
  readonly name: string;
  readonly cell: MatrixCell | undefined;
  readonly onOpen: () => void;
}

function Cell({ name, cell, onOpen }: CellProps) {
  if (cell === undefined) return <td />;
  const { counted, target, pace } = cell;
  const behind = pace === 'low' || pace === 'far';
  const share = target === undefined ? 0 : Math.min(1, counted / Math.max(target, 1));
  return (
    <td>
      <button type="button" className={styles.open} onClick={onOpen}>
        <span className="unseen">{name} </span>
        <span className={cx(styles.cell, styles[pace])}>
          <b>{counted}</b>
          {target !== undefined && <span>/{target}</span>}
          {behind && target !== undefined && <em>{say.short(target - counted)}</em>}
          {pace === 'met' && (
            <em>
              <Icon name="check" tone="counted" size={15} weight={2.6} />
            </em>
          )}
          {target !== undefined && <i style={{ width: `${share * 100}%` }} />}
        </span>
        <span className="unseen">{say.pace[pace]}</span>
      </button>
    </td>
  );
}

/** Rows against columns with head and first column in place; heads sort, cells open their evidence. */
function Table({ caption, rowHead, markHead, columns, rows, projectionHead, onCell, onRow }: MatrixProps) {
  const [sort, setSort] = useState<Sort>({ by: 'behind', down: true });
  const onSort = (by: SortKey) => setSort((now) => nextSort(now, by));
  const head = (column: MatrixColumn) => (
    <Head key={column.key} by={column.key} head={column.head} sub={column.sub} sort={sort} onSort={onSort} />
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <Head by="name" head={rowHead} sub="点开看证据" sort={sort} onSort={onSort} />
            {markHead && <Head by="mark" head={markHead} sort={sort} onSort={onSort} />}
            {columns.map(head)}
            <Head by="behind" head="低于进度" sub={`项，共 ${columns.length} 项`} sort={sort} onSort={onSort} />
            {projectionHead && (
              <th scope="col" className={styles.projected}>
                {projectionHead}
                <small>不是统计结果</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, sort).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <button type="button" className={styles.row} onClick={() => onRow(row)}>
                  {row.name}
                </button>
              </th>
              {markHead && (
                <td className={styles.marked}>
                  <span className={styles.mark}>{row.mark}</span>
                </td>
              )}
              {columns.map((column) => (
                <Cell
                  key={column.key}
                  name={`${row.name} ${column.head}`}
                  cell={row.cells[column.key]}
                  onOpen={() => onCell(row, column.key)}
                />
              ))}
              <td className={styles.behind}>
                {row.behind === 0 ? <span className="ink3">无</span> : <b>{row.behind}</b>}
                {row.far > 0 && <span className={styles.farCount}>远低 {row.far}</span>}
              </td>
              {projectionHead && <td className={styles.projected}>{row.projection}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The signs of the cells, in words: stands below the table. */
export function MatrixLegend() {
  const keys = [
    ['met', say.pace.met],
    ['on', say.pace.on],
    ['low', `${say.pace.low}，写明差多少`],
    ['far', say.pace.far],
  ] as const;
  return (
    <div className={styles.legend}>
      {keys.map(([pace, word]) => (
        <span key={pace}>
          {pace === 'met' ? (
            <Icon name="check" tone="counted" size={16} weight={2.6} />
          ) : (
            <i className={cx(styles.swatch, styles[pace])} />
          )}
          {word}
        </span>
      ))}
    </div>
  );
}

/** Table from 960, cards below. */
export function Matrix(props: MatrixProps) {
  return useWide() ? <Table {...props} /> : <MatrixCards {...props} />;
}
