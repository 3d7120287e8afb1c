import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';

function* filesUnder(path) {
  if (!statSync(inRoot(path)).isDirectory()) yield path;
  else
    for (const { name } of readdirSync(inRoot(path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ))
      if (!name.startsWith('.') && name !== 'node_modules') yield* filesUnder(`${path}/${name}`);
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs)
    for (const file of filesUnder(input))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRoot(file)))
        .update('\0');
  return hash.digest('hex');
}

const stampOf = (name) => inRoot('dist', '.stamps', name);

/** Does the work unless its output was made from these very inputs. The stamp is written last, so half a build is none. */
export async function unlessCurrent({ name, inputs, output }, work) {
  const hash = hashOf(inputs);
  const stamp = stampOf(name);
  if (existsSync(inRoot(output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
