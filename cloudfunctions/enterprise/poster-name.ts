/** One or two lines of a name at the largest size that fits. */
export interface NameLines {
  readonly lines: readonly string[];
  readonly size: number;
  /** From one base line to the next. */
  readonly leading: number;
}

const LARGE = 90;
const SMALL = 69;

/** Latin letters and figures in a sans face, on the safe side; everything else is a full square. */
const widthOf = (char: string): number => (char <= 'ÿ' ? 0.64 : 1);
const emWidth = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** No line begins with what closes, or ends with what opens. */
const CLOSES = /^[)）】》”’、，。．·&.,;:!?]/;
const OPENS = /[(（【《“‘&]$/;
const isWord = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char);

const mayBreak = (chars: readonly string[], at: number): boolean =>
  !(isWord(chars[at - 1]) && isWord(chars[at])) && !CLOSES.test(chars[at] ?? '') && !OPENS.test(chars[at - 1] ?? '');

const KIND = /(?:股份|集团|控股)*(?:有限责任公司|有限公司|合伙企业.*|公司)$/;

/** Before the kind of company, where that fills a line at the large size; else where the halves are most alike. */
function halves(name: string, line: number): readonly [string, string] {
  const before = name.replace(KIND, '');
  if (before !== name && emWidth(before) <= line) return [before.trimEnd(), name.slice(before.length)];
  const chars = [...name];
  const whole = emWidth(name);
  let best = Math.ceil(chars.length / 2);
  let least = Number.POSITIVE_INFINITY;
  let left = 0;
  for (let at = 1; at < chars.length; at += 1) {
    left += widthOf(chars[at - 1] ?? '');
    const longer = Math.max(left, whole - left);
    if (mayBreak(chars, at) && longer < least) [best, least] = [at, longer];
  }
  return [chars.slice(0, best).join('').trimEnd(), chars.slice(best).join('').trimStart()];
}

/** The full name: one line, or two, or two smaller ones; the longest names shrink until they fit. `width` in the sheet's units. */
export function nameLines(name: string, width: number): NameLines {
  if (emWidth(name) * LARGE <= width) return { lines: [name], size: LARGE, leading: 0 };
  const lines = halves(name, width / LARGE);
  const longest = Math.max(...lines.map(emWidth));
  const size = [LARGE, SMALL].find((one) => longest * one <= width) ?? Math.floor(width / longest);
  return { lines, size, leading: Math.round(size * 1.3) };
}
