import { prepare } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

/** `npm run bench -- --json --quick`. Its own talk goes where it does not get between the lines of the table. */
const talk = console.log;
console.log = console.error;
await prepare(['server', 'bench']);
console.log = talk;
const { code } = await runNode('dist/bench/main.js', process.argv.slice(2));
process.exitCode = code;
