import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { ROOT } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';

/** What tests of a folder under test/ look at from outside; all others run on the sources alone. */
const NEEDS = {
  build: ['cloudfunctions'],
  weapp: ['weapp'],
  browser: ['h5', 'server'],
  faults: ['server'],
};
const JEST = 'node_modules/jest/bin/jest.js';

/** The builds that these arguments of jest make necessary. */
async function neededBy(args) {
  const { output } = await runNode(JEST, ['--listTests', ...args], { quiet: true });
  const folders = output.split('\n').map((file) => relative(join(ROOT, 'test'), file.trim()).split(sep)[0]);
  return [...new Set(folders.flatMap((folder) => NEEDS[folder] ?? []))];
}

/** A suite that could not even be read counts as one failed test. */
function count(file) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const args = process.argv.slice(2);
await prepare([]);
await prepare(await neededBy(args));
const folder = mkdtempSync(join(tmpdir(), 'tests-'));
const summary = join(folder, 'summary.json');
const { code } = await runNode(JEST, ['--json', `--outputFile=${summary}`, ...args], { env: { NODE_ENV: 'test' } });
const { passed, failed } = count(summary);
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? code || 1 : code;
