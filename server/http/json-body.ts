import type { FastifyInstance } from 'fastify';

export const MOST_BYTES = 64 * 1024;
/** No call's input is nested deeper than a few levels. */
const DEEPEST = 20;

/** A body that is not one call's input, with the sentence for whoever sent it. */
export class BadBody extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
}

/** JSON and nothing else: bounded in depth, sound UTF-8, no key that could reach a prototype. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body as Buffer);
    } catch {
      done(new BadBody('请求不是 UTF-8 文字'));
      return;
    }
    if (text.trim() === '') done(new BadBody('请求是空的'));
    else if (isTooDeep(text)) done(new BadBody('请求的层次太多'));
    else parse(request, text, (error, value) => done(error ? new BadBody('请求不是完整的 JSON') : null, value));
  });
}
