const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Trimmed, NFKC, upper case: the form in which codes are compared and stored. */
export const normaliseUscc = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/** The check character of the first 17 characters, which must be of the alphabet (GB 32100-2015). */
export function usccCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(body.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** `format`: not a code at all. `check`: right form, wrong check character (early trial codes exist; 区科协 may verify by licence). */
export function checkUscc(text: string): 'ok' | 'format' | 'check' {
  const code = normaliseUscc(text);
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return 'format';
  return usccCheckCharacter(code) === code.charAt(17) ? 'ok' : 'check';
}
