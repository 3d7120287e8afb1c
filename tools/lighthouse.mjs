import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { inRoot } from './lib/root.mjs';

/**
 * Lighthouse, as on a mobile phone, over the screens that most people see first; prints a line for each, and what costs most.
 * `node tools/lighthouse.mjs [name of a screen …]`; needs a Chromium on PATH or CHROMIUM_PATH. RUNS=3 takes the best of three
 * by performance: beside other work on the machine the worse ones measure that. DIST=folder looks at another build than dist/.
 */

const WANTED = ['sign-in', 'home-commissioner', 'home-contact', 'home-lead', 'home-center', 'rating', 'board'];
const COSTS = 4;
const RUNS = Number(process.env.RUNS ?? 1);

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const percent = (category) => (typeof category?.score === 'number' ? Math.round(category.score * 100) : '没有测出');

/** Audits that could not be made: without them there is no score. */
const errors = ({ audits, runtimeError }) =>
  [runtimeError, ...Object.values(audits)].flatMap((one) => one?.errorMessage ?? (one?.message ? [one.message] : []));

/** The audits that took most from the score of performance, with what they measured. */
function costs({ audits, categories }) {
  return categories.performance.auditRefs
    .map(({ id, weight }) => ({ id, lost: weight * (1 - (audits[id].score ?? 1)), shown: audits[id].displayValue }))
    .filter(({ lost }) => lost > 0.5)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, COSTS)
    .map(({ id, shown }) => `${id} ${shown}`);
}

const failed = ({ audits, categories }) =>
  categories.accessibility.auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score === 0)
    .map(({ id }) => `${id}（${(audits[id].details?.items ?? []).map(({ node }) => node?.selector).join('，')}）`);

const byPerformance = (a, b) => (b.categories.performance.score ?? -1) - (a.categories.performance.score ?? -1);

const dist = process.env.DIST ?? inRoot('dist');
if (process.env.DIST === undefined) await prepare(['h5', 'server']);
// Imported after the preparation: it may have installed them.
const { load } = await import('./lib/bundle.mjs');
const { default: lighthouse } = await import('lighthouse');
const { chromium } = await import('playwright-core');
const { findChromium } = await load('test/browser/chromium.ts');
const { screensOf } = await load('test/browser/screens.ts');
const { startServer } = await load('test/browser/server.ts');

const executablePath = findChromium();
if (!executablePath) {
  console.error('没有找到 Chromium：请安装，或用 CHROMIUM_PATH 指明它的位置');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const server = await startServer(dist, join(folder, 'data'));
const port = await freePort();
const args = ['--disable-gpu', '--no-first-run', '--disable-background-networking', `--remote-debugging-port=${port}`];
const context = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath, args });
const names = process.argv.slice(2);
const wanted = names.length > 0 ? names : WANTED;
try {
  const page = await context.newPage();
  for (const { name, as, path } of await screensOf(server)) {
    if (!wanted.includes(name)) continue;
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.goto(`${server.origin}/healthz`);
      await page.evaluate(
        (session) => {
          localStorage.clear();
          if (session !== null) localStorage.setItem('qr.session', JSON.stringify(session));
        },
        as === undefined ? null : await server.session(as),
      );
      const { lhr } = await lighthouse(`${server.origin}${path}`, {
        port,
        logLevel: 'error',
        disableStorageReset: true,
        onlyCategories: ['performance', 'accessibility'],
      });
      runs.push(lhr);
    }
    const [lhr] = runs.sort(byPerformance);
    const { performance, accessibility } = lhr.categories;
    const notes = [...costs(lhr), ...failed(lhr), ...errors(lhr)].join('；');
    console.log(`${name}　性能 ${percent(performance)}　无障碍 ${percent(accessibility)}　${notes}`);
  }
} finally {
  await context.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
