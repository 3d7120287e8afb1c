import { createHash } from 'node:crypto';

/** Lines sealed as the guide describes it, by somebody who has read it: to reach what only the reader's other checks refuse. */
export function resealed(texts: readonly string[]): string {
  let sum = '';
  return texts
    .map((text) => {
      sum = createHash('sha256').update(sum).update(text).digest('base64url').slice(0, 22);
      return `{"sum":"${sum}",${text}}\n`;
    })
    .join('');
}
