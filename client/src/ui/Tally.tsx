import { say } from '../words/kit';
import { Box, Img, len } from './base';
import { type Colour, colour } from './colour';
import { cx } from './cx';
import { svgUri } from './svg';
import styles from './Tally.module.scss';

/** Who has attested to a visit. `queued` is kept on the phone, `voided` no longer holds. */
export type TallyState = 'none' | 'commissioner' | 'enterprise' | 'both' | 'queued' | 'voided';

const left = 'M22 8H36V26L44 31V41L36 46V64H22A14 14 0 0 1 8 50V22A14 14 0 0 1 22 8Z';
const right = 'M36 8H50A14 14 0 0 1 64 22V50A14 14 0 0 1 50 64H36V46L44 41V31L36 26Z';

interface Half {
  readonly filled: boolean;
  readonly solid: boolean;
  readonly check: boolean;
}

const halves = (state: TallyState): readonly [Half, Half] => {
  const joined = state === 'both' || state === 'voided';
  const one = (here: boolean): Half => ({
    filled: joined || here,
    solid: joined || here || state === 'queued',
    check: here && !joined,
  });
  const second = one(state === 'enterprise');
  return [one(state === 'commissioner'), state === 'queued' ? { ...second, solid: false } : second];
};

const shape = (path: string, half: Half, ink: string, faint: string, ground: string, checkAt: number): string => {
  const body = half.filled
    ? `<path d='${path}' fill='${ink}'/>`
    : `<path d='${path}' fill='none' stroke='${half.solid ? ink : faint}' stroke-width='3'${half.solid ? '' : " stroke-dasharray='5 5'"}/>`;
  const check = half.check
    ? `<path d='M${checkAt} 36.5l4.5 4.5 7.5-8.5' fill='none' stroke='${ground}' stroke-width='4' stroke-linecap='round' stroke-linejoin='round'/>`
    : '';
  return svgUri(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='-2 4 76 64'>${body}${check}</svg>`);
};

interface Props {
  readonly state: TallyState;
  /** Height in px; the width follows (76 : 64). */
  readonly size?: number | undefined;
  readonly onDark?: boolean | undefined;
  /** The one celebration: the halves close. Only at the moment of the second scan. */
  readonly joining?: boolean | undefined;
  /** Silent where the words beside it say the same. */
  readonly silent?: boolean | undefined;
}

/** 合符: two halves of a tally; a visit counts only when they are joined. */
export function TallyMark({ state, size = 44, onDark, joining, silent }: Props) {
  const ink: Colour =
    state === 'queued' ? 'pending' : state === 'voided' ? 'field-line' : onDark ? 'on-dark' : 'primary';
  const faint: Colour = state === 'queued' ? 'pending' : onDark ? 'on-dark-2' : 'ink-3';
  const [first, second] = halves(state);
  const width = (size * 76) / 64;
  const joined = state === 'both' || state === 'voided';
  const tones = [colour(ink), colour(faint), colour(onDark ? 'primary-deep' : 'surface')] as const;
  const side = (name: 'left' | 'right') =>
    cx(styles.half, styles[name], joined && styles.joined, joining && styles.joining);
  return (
    <Box
      className={styles.mark}
      style={{ width: len(width), height: len(size) }}
      role={silent ? undefined : 'img'}
      label={silent ? undefined : say.tally[state]}
      hidden={silent}
    >
      <Box className={side('left')}>
        <Img src={shape(left, first, ...tones, 15)} width={width} height={size} />
      </Box>
      <Box className={side('right')}>
        <Img src={shape(right, second, ...tones, 48.5)} width={width} height={size} />
      </Box>
    </Box>
  );
}
