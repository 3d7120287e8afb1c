import { useMemo } from 'react';
import { say } from '../words/kit';
import { Box, Img, Text } from './base';
import { colour } from './colour';
import { cx } from './cx';
import styles from './LiveCode.module.scss';
import { qrUri } from './qr';
import { svgUri } from './svg';

interface Props {
  /** What the code says: the address with its token. */
  readonly text: string;
  /** Whole seconds for which it still holds: 0 to `of`. */
  readonly left: number;
  readonly of?: number | undefined;
  readonly offline?: boolean | undefined;
}

const at = (turn: number, radius: number): string => {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return `${(30 + radius * Math.cos(angle)).toFixed(2)} ${(30 + radius * Math.sin(angle)).toFixed(2)}`;
};

/** One segment for each second, those that are over go pale. */
const ringUri = (left: number, of: number): string => {
  const segments = Array.from({ length: of }, (_, i) => {
    const tone = colour(i < left ? 'primary' : 'line');
    return `<path d='M${at((i + 0.17) / of, 26)}A26 26 0 0 1 ${at((i + 0.83) / of, 26)}' stroke='${tone}'/>`;
  });
  return svgUri(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 60' fill='none' stroke-width='5'>${segments.join('')}</svg>`,
  );
};

const note = (left: number, offline: boolean): string => {
  if (left > 0) return offline ? say.code.offline(left) : say.code.next(left);
  return offline ? say.code.ended : say.code.renewing;
};

/** The code that says which visit this is, with the time it has left. For a dark ground. */
export function LiveCode({ text, left, of = 15, offline = false }: Props) {
  const code = useMemo(() => qrUri(text), [text]);
  const over = left <= 0;
  return (
    <Box className={styles.live}>
      <Box className={styles.card}>
        <Box className={cx(styles.code, over && offline && styles.over)}>
          <Img src={code} width={318} height={318} alt={say.code.name} className={styles.image} />
        </Box>
        <Box className={styles.ring} hidden>
          <Img src={ringUri(Math.max(left, 0), of)} width={60} height={60} className={styles.segments} />
          <Text className={styles.left}>{Math.max(left, 0)}</Text>
        </Box>
      </Box>
      {/* Not announced each second: only the sentences without a number are news. */}
      <Box className={styles.note} live={over ? 'polite' : undefined}>
        {note(left, offline)}
      </Box>
    </Box>
  );
}
