import { createContext, Script } from 'node:vm';
import { type Bundle, packageOf, resolve } from './bundle';

export interface Engine {
  /** Runs a file of the bundle once, as `require` does. */
  readonly run: (path: string) => unknown;
  /** Ends all timers. */
  readonly stop: () => void;
}

interface Options {
  readonly bundle: Bundle;
  /** What an app finds beside the language itself. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Something in the app failed where nobody catches it. */
  readonly onError: (error: unknown) => void;
  /** The app tried to make code from text. */
  readonly onCode: (code: string) => void;
}

/**
 * The engine of a phone: a realm of its own with the language and timers, and nothing of a browser or of Node. Code from text
 * is refused, and `Function` is what WeChat puts in its place: it answers `return this` and otherwise does nothing.
 */
export function startEngine({ bundle, globals, onError, onCode }: Options): Engine {
  const guarded =
    <A extends readonly unknown[]>(work: (...args: A) => void) =>
    (...args: A): void => {
      try {
        work(...args);
      } catch (error) {
        onError(error);
      }
    };
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const held = (timer: ReturnType<typeof setTimeout>) => {
    timers.add(timer);
    return timer;
  };
  const end = (timer: ReturnType<typeof setTimeout>): void => {
    clearTimeout(timer);
    timers.delete(timer);
  };
  const realm = createContext(
    {
      ...globals,
      setTimeout: (work: () => void, after?: number) => held(setTimeout(guarded(work), after)),
      setInterval: (work: () => void, after?: number) => held(setInterval(guarded(work), after)),
      clearTimeout: end,
      clearInterval: end,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  const compile = (...parts: readonly unknown[]): unknown => {
    const code = String(parts.at(-1) ?? '');
    if (code === 'return this') return () => globals;
    onCode(code);
    return undefined;
  };
  // Made in the realm itself, with the prototype that its functions have.
  new Script(`(compile) => {
    const stub = function (...parts) { return compile(...parts); };
    stub.prototype = Function.prototype;
    globalThis.Function = stub;
  }`).runInContext(realm)(compile);

  const loaded = new Map<string, { exports: unknown }>();
  const run = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`;
    const before = loaded.get(file);
    if (before) return before.exports;
    const source = bundle.scripts.get(file);
    if (source === undefined) throw new Error(`no such file in the mini-program: ${file}`);
    const module = { exports: {} };
    loaded.set(file, module);
    const require = (asked: string): unknown => {
      const target = resolve(file, asked);
      const of = packageOf(bundle, target);
      // Another subpackage may not be on the phone yet.
      if (of !== '' && of !== packageOf(bundle, file))
        throw new Error(`${file} requires ${target}, of another package`);
      return run(target);
    };
    const body = new Script(`(function (require, module, exports) {${source}\n})`, { filename: `weapp/${file}` });
    body.runInContext(realm)(require, module, module.exports);
    return module.exports;
  };
  const stop = (): void => {
    for (const timer of timers) clearTimeout(timer);
  };
  return { run, stop };
}
