import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { closureOf, judgeLock } from './lib/lockfile.mjs';
import { inRoot, ROOT } from './lib/root.mjs';

/**
 * Looks through package-lock.json: where packages come from, what they would run while being installed, and which of them
 * are in what we run. `--list` names them. Known faults are `npm audit`'s to tell, which asks a registry.
 */

/** We install with scripts off (.npmrc). Each of these was read; what it would have done is not needed. */
const SCRIPTS = {
  '@parcel/watcher': '没有现成二进制的系统上自己编译；现成的随可选依赖而来。只在构建时用',
  '@swc/core': '现成的二进制不在时改装 WebAssembly 的。只在构建和测试时用',
  '@tarojs/binding': '核对现成的二进制，要求时自己编译。只在构建时用',
  '@tarojs/cli': '会访问外面的网站，再从明文的内网仓库装一个不定版本的插件：绝不能让它运行。只在构建时用',
  'core-js': '打印一段话',
  'core-js-pure': '打印一段话',
  esbuild: '把现成的二进制换到命令的位置；不换也能用。只在构建时用',
  less: '在它自己的仓库里装测试用的浏览器。只在检查小程序时用',
  protobufjs: '核对版本号的写法，打印一句话',
};

const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));

const inputsOf = async (entries, options) =>
  (
    await build({
      entryPoints: entries,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
      outdir: 'dist',
      metafile: true,
      logLevel: 'error',
      absWorkingDir: ROOT,
      ...options,
    })
  ).metafile.inputs;

/** A server runs with the packages that npm installed: those that our sources name, and all that those need. */
async function ofServer() {
  const entries = readdirSync(inRoot('server')).filter((name) => name.endsWith('.ts'));
  const inputs = await inputsOf(
    entries.map((name) => `server/${name}`),
    { packages: 'external' },
  );
  const named = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter((one) => one.external).map((one) => one.path),
  );
  return closureOf(
    packages,
    named.map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)[0]),
  );
}

/** A cloud function is one file: only what is in it. */
async function ofFunctions() {
  const entries = readdirSync(inRoot('cloudfunctions'), { recursive: true })
    .filter((name) => /^[a-z]+[\\/]index\.ts$/.test(name))
    .map((name) => `cloudfunctions/${name.replace('\\', '/')}`);
  const files = Object.keys(await inputsOf(entries, {}));
  return new Set(
    files
      .flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
      .filter((path) => packages[path]),
  );
}

const { faults, scripts, unsummed } = judgeLock(packages, SCRIPTS);
const used = { 服务器: await ofServer(), 云函数: await ofFunctions() };
for (const [where, paths] of Object.entries(used)) {
  const running = scripts.filter((path) => paths.has(path));
  console.log(
    `${where}里有 ${paths.size} 个包${running.length > 0 ? `，其中有安装脚本的：${running.join('、')}` : ''}`,
  );
  if (process.argv.includes('--list'))
    console.log(
      [...paths]
        .sort()
        .map((path) => `  ${path.replace(/^node_modules\//, '')}@${packages[path].version}`)
        .join('\n'),
    );
}
console.log(
  `全部 ${Object.keys(packages).length - 1} 个，${scripts.length} 个有安装脚本（安装时不运行），` +
    `${unsummed.length} 个没有校验值（只给别的系统用）`,
);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
