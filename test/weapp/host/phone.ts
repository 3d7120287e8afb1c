import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Bundle } from './bundle';
import { startEngine } from './engine';
import { createWx, type Launch, type Surroundings } from './wx';

/** A page in front or below it, as the mini-program sees it. */
interface PageInstance {
  route?: string;
  onLoad?(query: Readonly<Record<string, string>>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
}

interface OpenPage {
  readonly path: string;
  readonly instance: PageInstance;
  /** What it shows. */
  readonly element: HTMLElement;
  readonly close: () => void;
}

/** One phone with the built mini-program in WeChat's own component framework. */
export interface Phone {
  /** Addresses of the open pages, the one in front last. */
  readonly routes: () => readonly string[];
  /** What the page in front shows. */
  readonly screen: () => HTMLElement;
  /** What WeChat's own bar says. */
  readonly title: () => string;
  readonly open: (url: string) => void;
  /** WeChat's own back. */
  readonly back: () => void;
  /** Switches it off: nothing of it goes on. */
  readonly off: () => void;
  /** Everything that failed, and every attempt to make code from text. */
  readonly faults: readonly string[];
}

type Groups = Readonly<Record<string, unknown>>;
type AppDefinition = Readonly<Record<string, unknown>> & {
  onLaunch?(launch: Launch): void;
  onShow?(launch: Launch): void;
};

interface Definition {
  readonly properties?: Readonly<Record<string, { readonly type?: { readonly name: string } }>>;
}

const TYPES: Readonly<Record<string, unknown>> = { Array, Boolean, Function, Number, Object, String };

/** The app's `Object` is that of its own realm; the framework knows types by those of this one. */
const ours = ({ properties = {}, ...rest }: Definition): Definition => ({
  ...rest,
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, { ...one, type: TYPES[one.type?.name ?? ''] as never }]),
  ),
});

const sayOf = (error: unknown): string =>
  error instanceof Error || (typeof error === 'object' && error !== null && 'stack' in error)
    ? String((error as Error).stack)
    : JSON.stringify(error);

/** WeChat hands parameters on as they stand in the address, still encoded. */
function parse(url: string): { readonly path: string; readonly query: Readonly<Record<string, string>> } {
  const [path = '', text = ''] = url.replace(/^\//, '').split('?');
  const pairs = text.split('&').filter(Boolean);
  return {
    path,
    query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)])),
  };
}

// Both listeners belong to the whole framework: what goes wrong in it counts against every phone.
const frameworkFaults = new Set<(fault: string) => void>();
glassEasel.addGlobalErrorListener((error, { type }) => {
  for (const note of frameworkFaults) note(`${type}: ${sayOf(error)}`);
  return false;
});
glassEasel.addGlobalWarningListener((message) => {
  for (const note of frameworkFaults) note(`warning: ${message}`);
  return false;
});

/** Starts the app at an address. `scene` as WeChat numbers it. */
export function startPhone(bundle: Bundle, surroundings: Surroundings, url: string, scene = 1001): Phone {
  const faults: string[] = [];
  const note = (fault: string): void => void faults.push(fault);
  frameworkFaults.add(note);

  const glass = document.createElement('div');
  document.body.append(glass);
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const backend = env.associateBackend(new glassEasel.CurrentWindowBackendContext() as never);
  const groups = new Function(`return ${bundle.templates}`)() as Groups;
  for (const path of bundle.components) {
    space.addComponentStaticConfig(path, { usingComponents: {}, ...bundle.configs.get(path) } as never);
    const template = { groupList: groups, content: groups[path], fallbackListenerOnNativeNode: true };
    space.addCompiledTemplate(path, template as never);
  }

  const stack: OpenPage[] = [];
  let bar = '';
  const front = (): OpenPage => {
    const page = stack[stack.length - 1];
    if (!page) throw new Error('no page is open');
    return page;
  };

  const openPage = (to: string): void => {
    const { path, query } = parse(to);
    if (!bundle.pages.includes(path)) throw { errMsg: `page "${path}" is not found` };
    if (stack.length >= 10) throw { errMsg: 'webview count limit exceed' };
    stack[stack.length - 1]?.instance.onHide?.();
    for (const below of stack) below.element.hidden = true;
    const root = backend.createRoot('page', space, path);
    const instance = root.get() as unknown as PageInstance;
    instance.route ??= path;
    const element = document.createElement('div');
    const place = element.appendChild(document.createElement('div'));
    glass.append(element);
    const close = (): void => {
      instance.onUnload?.();
      root.release();
      element.remove();
    };
    stack.push({ path, instance, element, close });
    root.attach(element as never, place as never);
    instance.onLoad?.(query);
    instance.onShow?.();
    instance.onReady?.();
  };
  const closePage = (): void => stack.pop()?.close();
  const showFront = (): void => {
    const { element, instance } = front();
    element.hidden = false;
    instance.onShow?.();
  };

  /** A way that leads nowhere is told to the app, which may not listen, and to the test. */
  const way =
    (go: (to: string) => void) =>
    (to: string): void => {
      try {
        go(to);
      } catch (error) {
        note(`${to}: ${sayOf(error)}`);
        throw error;
      }
    };
  const ways = {
    navigateTo: way(openPage),
    redirectTo: way((to) => {
      closePage();
      openPage(to);
    }),
    reLaunch: way((to) => {
      while (stack.length > 0) closePage();
      openPage(to);
    }),
    navigateBack: () => {
      if (stack.length < 2) throw { errMsg: 'navigateBack:fail cannot navigate back at first page' };
      closePage();
      showFront();
    },
  };

  // The app shows a refusal and goes on; in these stories nothing is refused.
  const callFunction: Surroundings['callFunction'] = async (name, data) => {
    try {
      const reply = await surroundings.callFunction(name, data);
      if (!(reply as { readonly ok: boolean }).ok) note(`${JSON.stringify(data)} → ${JSON.stringify(reply)}`);
      return reply;
    } catch (error) {
      note(`${name}: ${sayOf(error)}`);
      throw error;
    }
  };

  const launch: Launch = { ...parse(url), scene };
  const wx = createWx(ways, { ...surroundings, callFunction }, launch, (title) => {
    bar = title;
  });
  let definition: AppDefinition | undefined;
  let defining: { readonly [name: string]: unknown } | undefined;
  const define = (kind: 'Page' | 'Component' | 'Behavior') => (what: Definition) =>
    (defining?.[kind] as (what: Definition) => unknown)(ours(what));
  const complain = (...said: readonly unknown[]): void =>
    note(said.map((one) => (typeof one === 'string' ? one : sayOf(one))).join(' '));
  const engine = startEngine({
    scripts: bundle.scripts,
    globals: {
      wx,
      console: { log: () => undefined, info: () => undefined, debug: () => undefined, warn: complain, error: complain },
      getApp: () => definition,
      getCurrentPages: () => stack.map(({ instance }) => instance),
      App: (what: AppDefinition) => {
        definition = what;
      },
      Page: define('Page'),
      Component: define('Component'),
      Behavior: define('Behavior'),
    },
    onError: (error) => note(sayOf(error)),
    onCode: (code) => note(`code from text: ${code.slice(0, 80)}`),
  });

  engine.run('app');
  definition?.onLaunch?.(launch);
  definition?.onShow?.(launch);
  for (const path of bundle.components)
    space.componentEnv(path, (given) => {
      defining = given as never;
      engine.run(path);
    });
  openPage(url);

  return {
    routes: () => stack.map(({ path }) => path),
    screen: () => front().element,
    title: () => bar,
    open: (to) => ways.navigateTo(to),
    back: () => ways.navigateBack(),
    off: () => {
      while (stack.length > 0) closePage();
      engine.stop();
      glass.remove();
      frameworkFaults.delete(note);
    },
    faults,
  };
}
