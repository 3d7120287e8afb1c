import { Img } from './base';
import type { Colour } from './colour';
import { type IconName, icon } from './icons';

interface Props {
  readonly name: IconName;
  readonly tone?: Colour | undefined;
  readonly size?: number | undefined;
  readonly weight?: number | undefined;
}

/** Decoration beside a word, never alone: it carries no text of its own. */
export function Icon({ name, tone = 'ink-2', size = 20, weight }: Props) {
  return <Img src={icon(name, tone, weight)} width={size} height={size} />;
}
