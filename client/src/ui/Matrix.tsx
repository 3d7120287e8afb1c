export type { MatrixCell, MatrixColumn, MatrixProps, MatrixRow, Pace } from './Matrix.types';
export { MatrixCards as Matrix } from './MatrixCards';

/** The cards name their states in words; only the table of the wide screen needs a legend. */
export const MatrixLegend = (): null => null;
