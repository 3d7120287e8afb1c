import { build } from 'esbuild';
import { ROOT } from './root.mjs';

const NODE = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning', absWorkingDir: ROOT };

/** Our own sources in one file for each entry, packages left where npm put them. */
export const bundleForServer = (entryPoints, outdir) =>
  build({ ...NODE, entryPoints, outdir, target: 'node20', packages: 'external', sourcemap: 'linked' });

/** Everything in one file: a cloud function is uploaded alone, and nothing is installed there. */
export const bundleAlone = (entry, outfile) =>
  build({ ...NODE, entryPoints: [entry], outfile, target: 'node18', minify: true, legalComments: 'none' });

/** A module of ours without imports of packages, loaded from its TypeScript source. */
export async function load(entry) {
  const { outputFiles } = await build({ ...NODE, entryPoints: [entry], format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
