import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';

interface ComponentConfig {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** What is uploaded to WeChat, read once: paths without a leading slash, pages and components without an ending. */
export interface Bundle {
  readonly subPackages: readonly string[];
  readonly pages: readonly string[];
  /** Every file with its size in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly scripts: ReadonlyMap<string, string>;
  readonly configs: ReadonlyMap<string, ComponentConfig>;
  /** Of each page and component, what it is made of itself. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  /** The generator of all templates, as WeChat's compiler wrote it. */
  readonly templates: string;
  /** What the compiler had to say about them. */
  readonly complaints: readonly string[];
}

const WEAPP = join(__dirname, '..', '..', '..', 'dist', 'weapp');

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const jsonOf = (folder: string, path: string): unknown => JSON.parse(textOf(folder, path));

function filesIn(folder: string): ReadonlyMap<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [relative(folder, file).split(sep).join('/'), readFileSync(file).length];
    }),
  );
}

/** A path as it is written in one file, seen from the root of the bundle. */
export const resolve = (from: string, path: string): string =>
  posix.join('/', path.startsWith('/') ? '' : posix.dirname(from), path).slice(1);

/** The subpackage that a file lies in; '' is the main package. */
export const packageOf = ({ subPackages }: Pick<Bundle, 'subPackages'>, path: string): string =>
  subPackages.find((root) => path.startsWith(root)) ?? '';

/** Every page, and what it is made of. */
function componentsOf(folder: string, pages: readonly string[]): Pick<Bundle, 'configs' | 'uses'> {
  const configs = new Map<string, ComponentConfig>();
  const uses = new Map<string, readonly string[]>();
  const add = (path: string): void => {
    if (configs.has(path)) return;
    const config = jsonOf(folder, `${path}.json`) as ComponentConfig;
    const used = Object.values(config.usingComponents ?? {}).map((one) => resolve(path, one));
    configs.set(path, config);
    uses.set(path, used);
    used.forEach(add);
  };
  pages.forEach(add);
  return { configs, uses };
}

function compile(folder: string, paths: Iterable<string>): Pick<Bundle, 'templates' | 'complaints'> {
  const group = new TmplGroup();
  const complaints: string[] = [];
  for (const path of paths) {
    if (path.endsWith('.wxs')) group.addScript(path.slice(0, -4), textOf(folder, path));
    if (!path.endsWith('.wxml')) continue;
    for (const { message, is_error: fatal } of group.addTmpl(path.slice(0, -5), textOf(folder, path)))
      complaints.push(`${path}: ${message}${fatal ? ' (error)' : ''}`);
  }
  return { templates: group.getTmplGenObjectGroups(), complaints };
}

export function readBundle(folder: string = WEAPP): Bundle {
  if (!existsSync(join(folder, 'app.json')))
    throw new Error('dist/weapp 里没有构建好的小程序：请先运行 npm run build，或用 npm test 运行测试');
  const { pages, subPackages } = jsonOf(folder, 'app.json') as AppConfig;
  const all = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
  const sizes = filesIn(folder);
  const { configs, uses } = componentsOf(folder, all);
  const scripts = [...sizes.keys()].filter((path) => path.endsWith('.js'));
  return {
    subPackages: subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`),
    pages: all,
    sizes,
    configs,
    uses,
    scripts: new Map(scripts.map((path) => [path, textOf(folder, path)])),
    ...compile(folder, sizes.keys()),
  };
}
