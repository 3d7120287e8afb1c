import { usccCheckCharacter } from '../../shared/kernel/uscc';
import type { Random } from './random';

/** Letters and digits without those that are confused when read aloud or printed small. */
const SHORT = 'ACDEFGHJKMNPQRTUVWXY34679';
const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const text = (random: Random, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(random.int(0, alphabet.length - 1))).join('');

/** Printed on the poster and read aloud. */
export const shortCode = (random: Random): string => text(random, SHORT, 8);

/**
 * A valid 统一社会信用代码 that no real body can have: the organisation code inside it (GB 11714) carries a wrong check
 * character on purpose.
 */
export function inventedUscc(random: Random, district: string): string {
  const eight = `MA${text(random, CODE, 6)}`;
  const value = (char: string): number => (/\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55);
  const sum = ORG_WEIGHTS.reduce((total, weight, i) => total + weight * value(eight.charAt(i)), 0);
  const right = (11 - (sum % 11)) % 11;
  const wrong = (right + random.int(1, 9)) % 10;
  const body = `91${district === 'BDA' ? '110302' : district}${eight}${wrong}`;
  return body + usccCheckCharacter(body);
}
