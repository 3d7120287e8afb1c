import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..');

/** Sources as programs of their own, one file each in `folder`. */
export async function programs(folder: string, sources: Readonly<Record<string, string>>): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, join(ROOT, source)])),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    packages: 'external',
  });
}

export interface Run {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string }>;
}

/** @param onText told of everything that is printed so far, whenever something is */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onText: (out: string) => void = () => undefined,
): Run {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, NODE_PATH: join(ROOT, 'node_modules'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      out += part;
      onText(out);
    });
  return {
    child,
    said: () => out,
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, out }))),
  };
}
