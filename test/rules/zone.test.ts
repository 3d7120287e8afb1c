import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const ROOT = join(__dirname, '../..');
const ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'] as const;

describe('STN-03-A 没有一条规则看机器的时区', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zone-'));
    await build({
      entryPoints: [join(__dirname, 'zone.child.ts')],
      outfile: join(folder, 'child.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('三个时区算出来的一字不差', async () => {
    const answers = await Promise.all(
      ZONES.map(async (TZ) => {
        const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'child.cjs')], {
          env: { ...process.env, TZ },
        });
        return JSON.parse(stdout) as { digest: string; offset: number };
      }),
    );
    // The zones must really have been different ones.
    expect(answers.map((one) => one.offset)).toEqual([0, 420, -840]);
    expect(new Set(answers.map((one) => one.digest)).size).toBe(1);
  });

  test('shared 里不读钟、不用按机器时区取数的函数', async () => {
    const files = (await readdir(join(ROOT, 'shared'), { recursive: true })).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(30);
    const forbidden =
      /new Date\(\)|new Date\([^()]*,|Date\.now|performance\.now|Math\.random|\.get(Day|Date|Month|FullYear|Hours|Minutes)\(|toLocale|getTimezoneOffset|dayjs\(/;
    for (const file of files) {
      const text = await readFile(join(ROOT, 'shared', file), 'utf8');
      expect([file, forbidden.exec(text)?.[0]]).toEqual([file, undefined]);
    }
  });
});
