import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';

const TEXT = new Set(['.html', '.js', '.css', '.svg', '.json']);
/** Below this a header outweighs what is saved. */
const LEAST_BYTES = 1024;

/** `.br` and `.gz` beside each text file, as small as they get: the server only has to send them. */
function precompress(folder) {
  for (const { name, parentPath, path } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!TEXT.has(extname(name))) continue;
    const file = join(parentPath ?? path, name);
    const content = readFileSync(file);
    if (content.length < LEAST_BYTES) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** What went wrong, without the colours, and without the progress that came before it. */
function complaint(said) {
  const text = stripVTControlCharacters(said);
  return text.slice(Math.max(0, text.indexOf('✖'))).trim();
}

/** Built beside its place and moved there whole: what is being served stays until the new one is complete. */
export async function buildClient(type) {
  const output = inRoot('dist', type);
  const fresh = inRoot('dist', `.${type}-${process.pid}`);
  mkdirSync(inRoot('dist'), { recursive: true });
  const { code, output: said } = await runNode('node_modules/@tarojs/cli/bin/taro', ['build', '--type', type], {
    cwd: inRoot('client'),
    // CI: a few plain lines instead of a moving bar.
    env: { NODE_ENV: 'production', CI: 'true', OUT: `../dist/.${type}-${process.pid}` },
    quiet: true,
  });
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`${complaint(said)}\n客户端（${type}）没有构建成功`);
  }
  if (type === 'h5') precompress(fresh);
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}
