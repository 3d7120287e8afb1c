import { createRequire } from 'node:module';
import { stopWithParent } from './lib/parent.mjs';
import { prepare } from './lib/prepare.mjs';
import { inRoot } from './lib/root.mjs';

/** `npm start`; with a name, another command of the server: `npm run verify`, `npm run invite`. */
const named = process.argv[2]?.startsWith('-') === false ? process.argv.splice(2, 1)[0] : undefined;

stopWithParent();
await prepare(named ? ['server'] : ['h5', 'server']);
process.setSourceMapsEnabled(true);
// In this very process, so that whoever stops it stops the server.
createRequire(import.meta.url)(inRoot('dist', 'server', `${named ?? 'main'}.js`));
