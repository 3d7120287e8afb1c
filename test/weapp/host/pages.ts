import type { DrawnPage, PageInstance } from './framework';
import type { Ways } from './wx';

export interface Address {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

interface OpenPage extends DrawnPage {
  readonly path: string;
}

/** The pages that lie over one another, at most ten. */
export interface Pages extends Ways {
  readonly routes: () => readonly string[];
  readonly instances: () => readonly PageInstance[];
  readonly screen: () => HTMLElement;
  readonly closeAll: () => void;
}

const MOST = 10;

/** WeChat hands parameters on as they stand in the address, still encoded. */
export function addressOf(url: string): Address {
  const [path = '', text = ''] = url.replace(/^\//, '').split('?');
  const pairs = text.split('&').filter(Boolean);
  return {
    path,
    query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)])),
  };
}

interface Options {
  readonly known: readonly string[];
  readonly draw: (path: string) => DrawnPage;
  /** A way that leads nowhere is told to the app, which may not listen, and here. */
  readonly onFault: (fault: unknown) => void;
}

export function openPages({ known, draw, onFault }: Options): Pages {
  const stack: OpenPage[] = [];
  const front = (): OpenPage => {
    const page = stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  };

  const open = (url: string): void => {
    const { path, query } = addressOf(url);
    if (!known.includes(path)) throw { errMsg: `page "${path}" is not found` };
    if (stack.length >= MOST) throw { errMsg: 'webview count limit exceed' };
    const below = stack.at(-1);
    below?.instance.onHide?.();
    if (below) below.element.hidden = true;
    const page = { path, ...draw(path) };
    stack.push(page);
    page.instance.onLoad?.(query);
    page.instance.onShow?.();
    page.instance.onReady?.();
  };
  const close = (): void => {
    const page = stack.pop();
    page?.instance.onUnload?.();
    page?.remove();
  };
  const closeAll = (): void => {
    while (stack.length > 0) close();
  };

  const way =
    (go: (url: string) => void) =>
    (url: string): void => {
      try {
        go(url);
      } catch (error) {
        onFault(error);
        throw error;
      }
    };

  return {
    navigateTo: way(open),
    redirectTo: way((url) => {
      close();
      open(url);
    }),
    reLaunch: way((url) => {
      closeAll();
      open(url);
    }),
    navigateBack: () => {
      if (stack.length < 2) throw { errMsg: 'navigateBack:fail cannot navigate back at first page' };
      close();
      front().element.hidden = false;
      front().instance.onShow?.();
    },
    routes: () => stack.map(({ path }) => path),
    instances: () => stack.map(({ instance }) => instance),
    screen: () => front().element,
    closeAll,
  };
}
