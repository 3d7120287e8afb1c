type Packages = Readonly<Record<string, object>>;
interface Lockfile {
  closureOf(packages: Packages, names: readonly string[]): Set<string>;
  judgeLock(
    packages: Packages,
    known: Readonly<Record<string, string>>,
  ): { readonly faults: readonly string[]; readonly scripts: readonly string[]; readonly unsummed: readonly string[] };
}
const { closureOf, judgeLock } = require('../../tools/lib/lockfile.mjs') as Lockfile;

const sound = { version: '1.2.3', integrity: 'sha512-x' };
const faultsOf = (packages: Packages, known = {}) => judgeLock({ '': {}, ...packages }, known).faults;

describe('依赖从哪里来，安装时运行什么', () => {
  test.each([
    ['没有写来处，有校验值', sound],
    ['https 的包仓库', { ...sound, resolved: 'https://registry.example/a/-/a-1.2.3.tgz' }],
    ['只给别的系统用的可选包，没有校验值', { version: '1.2.3', optional: true, os: ['darwin'] }],
    [
      '只给 musl 的可选包，没有校验值',
      { version: '1.2.3', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    ],
  ])('可以：%s', (_title, one) => {
    expect(faultsOf({ 'node_modules/a': one })).toEqual([]);
  });

  test.each([
    ['git', { ...sound, resolved: 'git+ssh://git@code.example/a.git#0123' }],
    ['明文的地址', { ...sound, resolved: 'http://registry.example/a/-/a-1.2.3.tgz' }],
    ['本机的文件', { ...sound, resolved: 'file:../a.tgz' }],
    ['链接', { resolved: '../a', link: true, integrity: 'sha512-x' }],
    ['没有校验值', { version: '1.2.3' }],
    ['可选而本系统要用的，没有校验值', { version: '1.2.3', optional: true, os: ['linux'], cpu: ['x64'] }],
    ['没有人看过的安装脚本', { ...sound, hasInstallScript: true }],
  ])('不行：%s', (_title, one) => {
    expect(faultsOf({ 'node_modules/a': one })).toEqual([expect.stringContaining('a')]);
  });

  test('看过的安装脚本要有理由，也要真的还在', () => {
    const scripted = { ...sound, hasInstallScript: true };
    const packages = { 'node_modules/@x/a': scripted, 'node_modules/b/node_modules/@x/a': scripted };
    expect(faultsOf(packages, { '@x/a': '打印一句话' })).toEqual([]);
    expect(judgeLock(packages, {}).scripts).toHaveLength(2);
    expect(faultsOf({ 'node_modules/b': sound }, { '@x/a': '打印一句话' })).toEqual([expect.stringContaining('@x/a')]);
  });

  test('用到的包：先找自己文件夹里的，再找上面的', () => {
    const packages = {
      'node_modules/a': { dependencies: { b: '1', '@x/c': '1' } },
      'node_modules/a/node_modules/b': { dependencies: { d: '1' }, optionalDependencies: { none: '1' } },
      'node_modules/b': { dependencies: { e: '1' } },
      'node_modules/@x/c': { dependencies: { b: '1', a: '1' } },
      'node_modules/d': {},
      'node_modules/e': {},
      'node_modules/f': {},
    };
    expect([...closureOf(packages, ['a'])].sort()).toEqual([
      'node_modules/@x/c',
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/b',
      'node_modules/d',
      'node_modules/e',
    ]);
  });
});
