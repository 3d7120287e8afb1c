/**
 * What the program tells its operator: one line of JSON for each event, on stdout, or on stderr where something is wrong.
 *
 * Nothing personal is in a line: no names, organisations, codes, tokens, addresses or bodies, and no person's id either. Whoever
 * has trouble reads the request id from the screen; what he did stands in the histories, which are kept better than a log.
 */

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type Level = (typeof LEVELS)[number];

/** Names of calls, codes, numbers and ids of requests. Never what somebody has typed. */
type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export const isLevel = (text: string): text is Level => LEVELS.some((level) => level === text);

let lowest = levelFrom(process.env.LOG_LEVEL);

function levelFrom(text: string | undefined): number {
  const level = text?.trim() ?? '';
  return LEVELS.indexOf(isLevel(level) ? level : 'info');
}

/** Sets the level for the process; until then it is LOG_LEVEL, or `info`. */
export function logFrom(level: Level): void {
  lowest = LEVELS.indexOf(level);
}

export const logs = (level: Level): boolean => LEVELS.indexOf(level) <= lowest;

/** @param event what happened, in kebab-case: operators search and alarm by it */
export function log(level: Level, event: string, fields: Fields = {}): void {
  if (!logs(level)) return;
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields });
  if (level === 'error' || level === 'warn') console.error(line);
  else console.log(line);
}

const MOST_FRAMES = 12;
const MOST_LETTERS = 300;

/**
 * An error as fields: its class, its code, where it was thrown, and of its words only those that cannot be anybody's data.
 * Messages of engines and parsers quote what they were given.
 */
export function flaw(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: 'not an error' };
  const { cause } = error as { readonly cause?: unknown };
  return {
    ...kindOf(error),
    said: harmless(error.message),
    at: framesOf(error),
    ...(cause instanceof Error && { cause: Object.values(kindOf(cause)).join(' ') }),
  };
}

function kindOf(error: Error): { readonly error: string; readonly code?: string } {
  const { code } = error as { readonly code?: unknown };
  const name = /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  return /^[\w-]{1,40}$/.test(String(code ?? '')) ? { error: name, code: String(code) } : { error: name };
}

/** A frame names files and functions; the message above it is cut off, whatever it looks like. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const said = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(said < 0 ? 0 : said + message.length)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.slice(7));
}

/** Behind these, messages quote what they were given. */
const QUOTING = /["'`“‘(:=\n]/;
/** English words, and names of settings. Ids and keys have digits, or capitals inside. */
const WORD = /^(?:[A-Za-z]?[a-z]*|[A-Z]{1,6}|[A-Z]+(?:_[A-Z]+)+)[.,;]*$/;

const harmless = (message: string): string => {
  const [before = '', ...quoted] = message.split(QUOTING);
  const words = before.trim().split(/\s+/);
  return [...words.map((word) => (WORD.test(word) ? word : '…')), ...(quoted.length > 0 ? ['…'] : [])]
    .join(' ')
    .slice(0, MOST_LETTERS);
};
