/** What package-lock.json says about where packages come from, and what they would run. Pure: no files, no processes. */

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Only for other systems than the servers', and left out where they are not needed: npm records no sum for some of them. */
const isForeign = ({ optional, os, cpu, libc }) =>
  optional === true &&
  ((os && !os.includes('linux')) || (cpu && !cpu.includes('x64')) || (libc && !libc.includes('glibc')));

/** `resolved` is left out of our lock file, so that any registry may serve it: the sums say that it is the same. */
const isFromRegistry = ({ link, resolved, version }) =>
  !link && /^\d+\.\d+\.\d+/.test(version ?? '') && (resolved === undefined || /^https:\/\/[^?#]+\.tgz$/.test(resolved));

/** Where npm finds what a package asks for: in its own folder, or in one above; undefined where it was left out. */
function resolve(packages, from, name) {
  const parts = from === '' ? [] : from.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const folder = parts.slice(0, depth).join('/node_modules/');
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
  }
  return undefined;
}

/** Everything that is installed for these packages, by path in the lock file. */
export function closureOf(packages, names) {
  const found = new Set();
  const visit = (from, name) => {
    const path = resolve(packages, from, name);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies } = packages[path];
    for (const one of Object.keys({ ...dependencies, ...optionalDependencies })) visit(path, one);
  };
  for (const name of names) visit('', name);
  return found;
}

/**
 * @param {Readonly<Record<string, object>>} packages of a lock file of version 3
 * @param {Readonly<Record<string, string>>} known packages with install scripts, each with why that is no matter
 * @returns {{ faults: string[], scripts: string[], unsummed: string[] }} faults: what must not be; scripts: paths of
 * packages that would run something; unsummed: without a sum, for other systems only
 */
export function judgeLock(packages, known) {
  const all = Object.entries(packages).filter(([path]) => path !== '');
  const scripts = all.filter(([, one]) => one.hasInstallScript).map(([path]) => path);
  const names = new Set(scripts.map(nameOf));
  return {
    scripts,
    unsummed: all.filter(([, one]) => !one.integrity && isForeign(one)).map(([path]) => path),
    faults: [
      ...all.filter(([, one]) => !isFromRegistry(one)).map(([path]) => `${path}：不是从包仓库来的`),
      ...all.filter(([, one]) => !one.integrity && !isForeign(one)).map(([path]) => `${path}：没有校验值（integrity）`),
      ...[...names].filter((name) => !known[name]).map((name) => `${name}：有安装脚本，还没有人看过它做什么`),
      ...Object.keys(known)
        .filter((name) => !names.has(name))
        .map((name) => `${name}：名单上说它有安装脚本，其实没有了`),
    ],
  };
}
