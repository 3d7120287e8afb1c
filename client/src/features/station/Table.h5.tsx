import styles from './Table.module.scss';
import type { TableProps } from './Table.types';

export type { TableColumn, TableProps } from './Table.types';

/** Records in rows, on a wide screen. */
export function Table({ caption, columns, rows }: TableProps) {
  const [first, ...others] = columns;
  return (
    <table className={styles.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, width }) => (
            <th key={key} scope="col" style={width === undefined ? undefined : { width }}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {first && <th scope="row">{cells[first.key]}</th>}
            {others.map((column) => (
              <td key={column.key}>{cells[column.key]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
