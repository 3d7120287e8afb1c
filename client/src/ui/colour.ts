import tokens from '../styles/colour.module.scss';

export type Colour =
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'on-dark'
  | 'on-dark-2'
  | 'line'
  | 'field-line'
  | 'surface'
  | 'primary'
  | 'primary-deep'
  | 'primary-line'
  | 'counted'
  | 'pending'
  | 'excluded'
  | 'unmet'
  | 'projected';

/** A token's value, for drawings; elements use the custom property. */
export const colour = (name: Colour): string => tokens[name] ?? 'currentColor';
