import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readBundle } from './host/bundle';

const LONGEST_MS = 90_000;

interface Answer {
  readonly error?: string;
  readonly files: readonly string[];
  readonly complaints: readonly string[];
  readonly quality: readonly { readonly name: string; readonly success: boolean; readonly detail?: unknown }[];
}

/** The build compresses the scripts itself; compressing them once more gains nothing. */
const NOT_WANTED = ['JS_COMPRESS_OPEN'];

async function check(): Promise<Answer> {
  const script = join(__dirname, 'ci-checks.cjs');
  const root = join(__dirname, '..', '..');
  const { stdout } = await promisify(execFile)(process.execPath, [script, root], {
    timeout: LONGEST_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answer;
}

test(
  '微信官方工具（离线）：能编译，质量检查全部通过',
  async () => {
    const { pages } = readBundle();
    const { error, files, complaints, quality } = await check();
    expect(error).toBeUndefined();
    expect(complaints).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(pages.map((page) => `${page}.js`)));
    expect(quality.length).toBeGreaterThan(NOT_WANTED.length);
    expect(quality.filter(({ name, success }) => !success && !NOT_WANTED.includes(name))).toEqual([]);
  },
  LONGEST_MS,
);
