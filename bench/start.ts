import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { median, round } from './figures';
import type { Print } from './print';

const BUILT = resolve('dist', 'cloudfunctions');
const SDK = resolve('node_modules', 'wx-server-sdk');

const run = promisify(execFile);

/** Milliseconds until a module is there, in a process that has loaded nothing else. */
async function loadTime(module: string): Promise<number> {
  const script = `const from = performance.now(); require(${JSON.stringify(module)}); process.stdout.write('\\n' + (performance.now() - from)); process.exit(0)`;
  // Nothing of this process can help it.
  const { stdout } = await run(process.execPath, ['-e', script], { env: { PATH: process.env.PATH } });
  return Number(stdout.trim().split('\n').pop());
}

/** The start of each cloud function beside the bare SDK, by turns. */
export async function starts(rounds: number, print: Print): Promise<void> {
  const names = existsSync(BUILT) ? readdirSync(BUILT).filter((name) => existsSync(join(BUILT, name, 'index.js'))) : [];
  if (names.length === 0)
    return print.talk('没有 dist/cloudfunctions，云函数的启动略过：npm run build -- cloudfunctions');
  const times = names.map((name) => ({ name, own: [] as number[], bare: [] as number[] }));
  // The first of all only warms the disk's cache.
  for (let i = -1; i < rounds; i += 1)
    for (const { name, own, bare } of times) {
      const sdk = await loadTime(SDK);
      const ms = await loadTime(join(BUILT, name));
      if (i < 0) continue;
      bare.push(sdk);
      own.push(ms);
    }
  for (const { name, own, bare } of times) {
    const [ms, sdk] = [median(own), median(bare)];
    print.fact(
      { name: `start ${name}`, engine: 'cloudbase', ms: round(ms), sdkMs: round(sdk), ratio: round(ms / sdk) },
      `${name.padEnd(18)} ${ms.toFixed(0).padStart(6)} ms   单独的 SDK ${sdk.toFixed(0).padStart(5)} ms   ${(ms / sdk).toFixed(2)}`,
    );
  }
}
