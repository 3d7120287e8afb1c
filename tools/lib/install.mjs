import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const LEAST_NODE = 20;

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** npm writes its own lock into node_modules as the last thing: what it names is there whole. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    // Packages for other systems are left out.
    return found[path] ? found[path].version === version : optional === true;
  });
}

/** `npm ci` where node_modules is missing or not what the lock file says. */
export async function install() {
  if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
    console.error(`需要 Node.js ${LEAST_NODE} 或更新的版本，现在是 ${process.versions.node}`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('正在安装依赖（只在第一次或依赖变化时，约需两三分钟）……');
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const { code } = npm
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' });
  if (code !== 0) {
    console.error('依赖没有装好：请检查网络和 npm 镜像设置（npm config get registry），然后再试一次');
    process.exit(code);
  }
}
