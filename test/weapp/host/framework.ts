import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Bundle } from './bundle';

/** What a page of the app answers to. */
export interface PageInstance {
  route?: string;
  onLoad?(query: Readonly<Record<string, string>>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
}

export interface DrawnPage {
  readonly instance: PageInstance;
  readonly element: HTMLElement;
  readonly remove: () => void;
}

type Definition = { readonly properties?: Readonly<Record<string, { readonly type?: { readonly name: string } }>> };
type Kind = 'Page' | 'Component' | 'Behavior';
type Registry = Readonly<Record<Kind, (what: Definition) => unknown>>;

export interface Framework {
  /** `Page`, `Component` and `Behavior`, as the app's files find them while they are run. */
  readonly registry: Registry;
  /** Runs the files of a page and of what it is made of, each once. */
  readonly register: (path: string, run: (path: string) => void) => void;
  readonly draw: (path: string) => DrawnPage;
  readonly stop: () => void;
}

const TYPES: Readonly<Record<string, unknown>> = { Array, Boolean, Function, Number, Object, String };

/** The app's `Object` is that of its own realm; the framework knows types by those of this one. */
const ours = ({ properties = {}, ...rest }: Definition): Definition => ({
  ...rest,
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, { ...one, type: TYPES[one.type?.name ?? ''] as never }]),
  ),
});

// The listeners belong to the whole framework: what goes wrong in it counts against every phone that is on.
const listeners = new Set<(fault: unknown) => void>();
const tell = (fault: unknown): false => {
  for (const listener of listeners) listener(fault);
  return false;
};
glassEasel.addGlobalErrorListener(tell);
glassEasel.addGlobalWarningListener(tell);

/** WeChat's own component framework with the templates of the bundle, drawing into `glass`. */
export function openFramework(bundle: Bundle, glass: HTMLElement, onFault: (fault: unknown) => void): Framework {
  listeners.add(onFault);
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const backend = env.associateBackend(new glassEasel.CurrentWindowBackendContext() as never);
  const groups = new Function(`return ${bundle.templates}`)() as Readonly<Record<string, unknown>>;
  for (const [path, config] of bundle.configs) {
    space.addComponentStaticConfig(path, { usingComponents: {}, ...config } as never);
    const template = { groupList: groups, content: groups[path], fallbackListenerOnNativeNode: true };
    space.addCompiledTemplate(path, template as never);
  }

  let current: Registry | undefined;
  const calling = (kind: Kind) => (what: Definition) => {
    if (!current) throw new Error(`${kind} is called outside the file of a page or component`);
    return current[kind](ours(what));
  };
  const registered = new Set<string>();
  const register: Framework['register'] = (path, run) => {
    if (registered.has(path)) return;
    registered.add(path);
    for (const used of bundle.uses.get(path) ?? []) register(used, run);
    space.componentEnv(path, (given) => {
      current = given as never;
      run(path);
      current = undefined;
    });
  };

  return {
    registry: { Page: calling('Page'), Component: calling('Component'), Behavior: calling('Behavior') },
    register,
    draw: (path) => {
      const root = backend.createRoot('page', space, path);
      const instance = root.get() as unknown as PageInstance;
      instance.route ??= path;
      const element = glass.appendChild(document.createElement('div'));
      root.attach(element as never, element.appendChild(document.createElement('div')) as never);
      const remove = (): void => {
        root.release();
        element.remove();
      };
      return { instance, element, remove };
    },
    stop: () => listeners.delete(onFault),
  };
}
