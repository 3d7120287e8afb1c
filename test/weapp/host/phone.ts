import type { Bundle } from './bundle';
import { startEngine } from './engine';
import { type DrawnPage, openFramework } from './framework';
import { addressOf, openPages } from './pages';
import { createWx, type Launch, type Surroundings } from './wx';

/** One phone with the built mini-program in WeChat's own component framework. */
export interface Phone {
  /** Paths of the open pages, the one in front last. */
  readonly routes: () => readonly string[];
  /** What the page in front shows. */
  readonly screen: () => HTMLElement;
  /** What WeChat's own bar says. */
  readonly title: () => string;
  /** WeChat's own back. */
  readonly back: () => void;
  /** Switches it off: nothing of it goes on. */
  readonly off: () => void;
  /** Everything that failed or was refused, and every attempt to make code from text. */
  readonly faults: readonly string[];
}

interface AppDefinition {
  onLaunch?(launch: Launch): void;
  onShow?(launch: Launch): void;
}

const hasStack = (what: unknown): what is { readonly stack: string } =>
  typeof what === 'object' && what !== null && 'stack' in what;
const wordsOf = (what: unknown): string => {
  if (typeof what === 'string') return what;
  return hasStack(what) ? what.stack : JSON.stringify(what);
};

/** Starts the app at an address. `scene`: WeChat's number for where it was opened from. */
export function startPhone(bundle: Bundle, surroundings: Surroundings, url: string, scene = 1001): Phone {
  const faults: string[] = [];
  const fault = (...said: readonly unknown[]): void => void faults.push(said.map(wordsOf).join(' '));
  const glass = document.body.appendChild(document.createElement('div'));
  const framework = openFramework(bundle, glass, fault);
  const draw = (path: string): DrawnPage => {
    framework.register(path, engine.run);
    return framework.draw(path);
  };
  const pages = openPages({ known: bundle.pages, draw, onFault: fault });

  // The app shows a refusal and goes on; in these stories nothing is refused.
  const callFunction: Surroundings['callFunction'] = async (name, data) => {
    try {
      const reply = await surroundings.callFunction(name, data);
      if (!(reply as { readonly ok: boolean }).ok) fault(data, reply);
      return reply;
    } catch (error) {
      fault(data, error);
      throw error;
    }
  };
  const launch: Launch = { ...addressOf(url), scene };
  let bar = '';
  const wx = createWx(pages, { ...surroundings, callFunction }, launch, (title) => {
    bar = title;
  });

  let app: AppDefinition | undefined;
  const registerApp = (definition: AppDefinition): void => {
    app = definition;
  };
  const silent = (): void => undefined;
  const engine = startEngine({
    bundle,
    globals: {
      wx,
      console: { log: silent, info: silent, debug: silent, warn: fault, error: fault },
      getApp: () => app,
      getCurrentPages: pages.instances,
      App: registerApp,
      ...framework.registry,
    },
    onError: fault,
    onCode: (code) => fault('code from text:', code.slice(0, 80)),
  });

  engine.run('app');
  app?.onLaunch?.(launch);
  app?.onShow?.(launch);
  pages.reLaunch(url);

  return {
    routes: pages.routes,
    screen: pages.screen,
    title: () => bar,
    back: pages.navigateBack,
    off: () => {
      pages.closeAll();
      engine.stop();
      framework.stop();
      glass.remove();
    },
    faults,
  };
}
