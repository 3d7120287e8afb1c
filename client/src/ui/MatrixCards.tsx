import { say } from '../words/kit';
import { Box, Tap, Text } from './base';
import { Card } from './Card';
import { cx } from './cx';
import { Icon } from './Icon';
import type { MatrixColumn, MatrixProps, MatrixRow } from './Matrix.types';
import styles from './MatrixCards.module.scss';
import { sorted } from './matrix-sort';
import { StatusTag, Tag } from './StatusTag';

const isBehind = (row: MatrixRow, column: MatrixColumn): boolean => {
  const pace = row.cells[column.key]?.pace;
  return pace === 'low' || pace === 'far';
};

function Behind({
  row,
  column,
  onOpen,
}: {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly onOpen: () => void;
}) {
  const cell = row.cells[column.key];
  if (cell?.target === undefined) return null;
  return (
    <Tap className={cx(styles.behind, cell.pace === 'far' && styles.far)} onTap={onOpen}>
      <Text>{column.head}</Text>
      <Text className="num bold">{`${cell.counted} / ${cell.target}`}</Text>
      <Text
        className={styles.gap}
      >{`${cell.pace === 'far' ? say.far : ''}${say.short(cell.target - cell.counted)}`}</Text>
    </Tap>
  );
}

/** The matrix on a phone: a card for each row, naming only what lags. */
export function MatrixCards({ caption, columns, rows, onCell, onRow }: MatrixProps) {
  return (
    <Box as="section" label={caption}>
      {sorted(rows, { by: 'behind', down: true }).map((row) => (
        <Card key={row.key} className={styles.card}>
          <Tap className={styles.head} onTap={() => onRow(row)}>
            <Text className={styles.name}>{row.name}</Text>
            {row.mark && <Tag word={row.mark} />}
            <Box className={styles.state}>
              {row.behind === 0 ? (
                <StatusTag standing="counted" word="跟上进度" />
              ) : (
                <StatusTag standing={row.far > 0 ? 'unmet' : 'pending'} word={`${row.behind} 项低于进度`} />
              )}
            </Box>
            <Icon name="next" tone="ink-3" size={18} weight={2} />
          </Tap>
          {columns
            .filter((column) => isBehind(row, column))
            .map((column) => (
              <Behind key={column.key} row={row} column={column} onOpen={() => onCell(row, column.key)} />
            ))}
          {row.projection && (
            <Box className={styles.projection}>
              <StatusTag standing="projected" />
              <Text className={styles.reckoned}>{row.projection}</Text>
            </Box>
          )}
        </Card>
      ))}
    </Box>
  );
}
