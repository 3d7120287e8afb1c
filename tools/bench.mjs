import { prepare } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

/** `npm run bench -- --json --quick`, see docs/guide/bench.md. Its own talk goes where it does not get between the lines. */
const args = process.argv.slice(2);
// A short run, and one of chosen parts, measures of the pages and cloud functions what was built before.
const chosen = args.some((one) => one === '--quick' || one.startsWith('--only'));
const talk = console.log;
console.log = console.error;
await prepare(['server', 'bench', ...(chosen ? [] : ['cloudfunctions', 'h5', 'weapp'])]);
console.log = talk;
const { code } = await runNode('dist/bench/main.js', args);
process.exitCode = code;
