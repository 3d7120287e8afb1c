import type { CodeKeys } from './tokens';

/** A shorter secret could be guessed. */
export const LEAST_SECRET = 32;

/**
 * Keys as an environment variable holds them: `1:newest,0:older`, numbers 0–15 each once, the first signs.
 * `undefined` where the text is anything else.
 */
export function codeKeysFrom(text: string, least = LEAST_SECRET): CodeKeys | undefined {
  const keys = text.split(',').map((part) => {
    const [, no = '', secret = ''] = /^\s*(\d{1,2}):(\S+)\s*$/.exec(part) ?? [];
    return { no: no === '' ? -1 : Number(no), secret };
  });
  const sound = keys.every(({ no, secret }) => no >= 0 && no <= 15 && secret.length >= least);
  return sound && new Set(keys.map(({ no }) => no)).size === keys.length ? keys : undefined;
}
