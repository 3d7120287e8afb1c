import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sfntOf } from './woff';

/**
 * Noto Sans SC as its package has it: some hundred files, each with a part of the characters, which together hold all but a
 * few dozen of GB 2312 and half of GBK. A sheet embeds of each file only the glyphs that it uses.
 */
const FONT_PACKAGE = '@fontsource/noto-sans-sc';
export type Weight = 400 | 700;

/** A bundle of one cloud function has no node_modules: there `fonts/` beside it holds the package's files and unicode.json. */
const here = typeof __dirname === 'string' ? __dirname : process.cwd();
const locate = (inPackage: string): string => {
  const beside = join(here, 'fonts', inPackage);
  return existsSync(beside) ? beside : createRequire(join(here, 'index.js')).resolve(`${FONT_PACKAGE}/${inPackage}`);
};

interface Part {
  /** 107, latin */
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const partsOf = (table: Readonly<Record<string, string>>): readonly Part[] =>
  Object.entries(table).map(([key, text]) => ({
    name: key.replace(/[[\]]/g, ''),
    ranges: text.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));

let parts: readonly Part[] | undefined;
const partWith = new Map<string, string | undefined>();

/** The name of the part that has a character; undefined where none has. */
export function partFor(char: string): string | undefined {
  if (partWith.has(char)) return partWith.get(char);
  parts ??= partsOf(JSON.parse(readFileSync(locate('unicode.json'), 'utf8')));
  const code = char.codePointAt(0) ?? 0;
  const found = parts.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))?.name;
  partWith.set(char, found);
  return found;
}

const files = new Map<string, Buffer>();

/** A part as a TrueType font. Kept: the next sheet needs mostly the same ones. */
export function fontFile(part: string, weight: Weight): Buffer {
  const name = `files/noto-sans-sc-${part}-${weight}-normal.woff`;
  const known = files.get(name);
  if (known) return known;
  const font = sfntOf(readFileSync(locate(name)));
  files.set(name, font);
  return font;
}
