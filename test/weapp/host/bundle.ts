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
  readonly components: readonly string[];
  /** Every file with its size in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly scripts: ReadonlyMap<string, string>;
  readonly configs: ReadonlyMap<string, ComponentConfig>;
  /** The generator of all templates, as WeChat's compiler wrote it. */
  readonly templates: string;
  /** What the compiler had to say about them. */
  readonly complaints: readonly string[];
}

export const WEAPP = join(__dirname, '..', '..', '..', 'dist', 'weapp');

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

/** Every page and what it is made of. */
function configsOf(folder: string, pages: readonly string[]): Map<string, ComponentConfig> {
  const configs = new Map<string, ComponentConfig>();
  const add = (path: string): void => {
    if (configs.has(path)) return;
    const config = jsonOf(folder, `${path}.json`) as ComponentConfig;
    configs.set(path, config);
    for (const used of Object.values(config.usingComponents ?? {}))
      add(posix.join('/', used.startsWith('/') ? '' : posix.dirname(path), used).slice(1));
  };
  for (const page of pages) add(page);
  return configs;
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
  const configs = configsOf(folder, all);
  const scripts = [...sizes.keys()].filter((path) => path.endsWith('.js'));
  return {
    subPackages: subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`),
    pages: all,
    components: [...configs.keys()],
    sizes,
    configs,
    scripts: new Map(scripts.map((path) => [path, textOf(folder, path)])),
    ...compile(folder, sizes.keys()),
  };
}
