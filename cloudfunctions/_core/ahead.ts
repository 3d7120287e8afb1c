import type { Doc, Key, Store } from './store';

const nameOf = ({ collection, id }: Key): string => `${collection} ${id}`;

/**
 * The store with documents that were read ahead. Each is handed out once: whoever asks again wants to know whether it has
 * changed meanwhile.
 */
export function readAhead(store: Store, keys: readonly Key[], docs: readonly (Doc | undefined)[]): Store {
  const ahead = new Map(keys.map((key, i) => [nameOf(key), docs[i]]));
  return {
    ...store,
    get: async <D extends Doc>(wanted: readonly Key[]) => {
      const names = wanted.map(nameOf);
      if (!names.every((name) => ahead.has(name))) return store.get<D>(wanted);
      const found = names.map((name) => ahead.get(name) as D | undefined);
      for (const name of names) ahead.delete(name);
      return found;
    },
  };
}
