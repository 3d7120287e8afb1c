import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './root.mjs';

const NODE = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning', absWorkingDir: ROOT };

/** Our own sources in one file for each entry, packages left where npm put them. */
export const bundleForServer = (entryPoints, outdir) =>
  build({ ...NODE, entryPoints, outdir, target: 'node20', packages: 'external', sourcemap: 'linked' });

const ALONE = { ...NODE, target: 'node18', minify: true, legalComments: 'none' };

/** These packages are not taken in, but required from files of their own beside the bundle. */
const beside = (packages) => ({
  name: 'beside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path }) =>
      packages.includes(path) ? { path: `./${path}.js`, external: true } : undefined,
    );
  },
});

/**
 * Everything in one file: a cloud function is uploaded alone, and nothing is installed there.
 * @param apart packages that few calls need: in files of their own beside it, which a start does not read
 */
export async function bundleAlone(entry, outfile, apart = []) {
  await build({ ...ALONE, entryPoints: [entry], outfile, plugins: [beside(apart)] });
  for (const name of apart)
    await build({
      ...ALONE,
      // By require, as the code asks for it: packages may have another build for import.
      stdin: { contents: `module.exports = require('${name}')`, resolveDir: ROOT },
      outfile: join(dirname(outfile), `${name}.js`),
    });
}

/** A module of ours without imports of packages, loaded from its TypeScript source. */
export async function load(entry) {
  const { outputFiles } = await build({ ...NODE, entryPoints: [entry], format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
