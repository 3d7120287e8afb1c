import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAlone, load } from './bundle.mjs';
import { inRoot } from './root.mjs';

/** Functions that draw text, and the weights they use. */
const WITH_FONTS = { enterprise: [400, 700] };
/** What only the poster's PDF needs, and every start of its function would have to read. */
const APART = { enterprise: ['pdfkit'] };
const FONTS = 'node_modules/@fontsource/noto-sans-sc';

const functions = () =>
  readdirSync(inRoot('cloudfunctions')).filter(
    (name) => !name.startsWith('_') && existsSync(inRoot('cloudfunctions', name, 'index.ts')),
  );

const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

function copyFonts(folder, weights) {
  mkdirSync(join(folder, 'fonts', 'files'), { recursive: true });
  copyFileSync(inRoot(FONTS, 'unicode.json'), join(folder, 'fonts', 'unicode.json'));
  copyFileSync(inRoot(FONTS, 'LICENSE'), join(folder, 'fonts', 'LICENSE'));
  for (const file of readdirSync(inRoot(FONTS, 'files')))
    if (weights.some((weight) => file.endsWith(`-${weight}-normal.woff`)))
      copyFileSync(inRoot(FONTS, 'files', file), join(folder, 'fonts', 'files', file));
}

async function buildFunction(name, folder) {
  await bundleAlone(`cloudfunctions/${name}/index.ts`, join(folder, 'index.js'), APART[name]);
  writeJson(join(folder, 'package.json'), { name, version: '1.0.0', private: true, main: 'index.js' });
  const config = inRoot('cloudfunctions', name, 'config.json');
  if (existsSync(config)) copyFileSync(config, join(folder, 'config.json'));
  else writeJson(join(folder, 'config.json'), { permissions: { openapi: [] } });
  if (WITH_FONTS[name]) copyFonts(folder, WITH_FONTS[name]);
}

/** Index definitions in the form of CloudBase's management interface, from what the calls search by. */
async function indexes() {
  const { COLLECTIONS } = await load('cloudfunctions/_core/collections.ts');
  return Object.entries(COLLECTIONS).map(([collection, { queries }]) => ({
    collection,
    CreateIndexes: queries.map((fields) => ({
      IndexName: `by_${fields.join('_')}`,
      MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: fields.map((Name) => ({ Name, Direction: '1' })) },
    })),
  }));
}

export async function buildCloudFunctions() {
  const output = inRoot('dist', 'cloudfunctions');
  const fresh = inRoot('dist', `.cloudfunctions-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  for (const name of functions()) {
    mkdirSync(join(fresh, name), { recursive: true });
    await buildFunction(name, join(fresh, name));
  }
  writeJson(join(fresh, 'indexes.json'), await indexes());
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}
