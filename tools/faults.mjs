import { prepare } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

/** `npm run faults -- --minutes 60`: servers killed under load for as long as you like; longer than the tests have time for. */
await prepare(['server', 'faults']);
const { code } = await runNode('dist/faults/faults.js', process.argv.slice(2));
process.exitCode = code;
