import type { Store } from '../../cloudfunctions/_core/store';

/** What happens to one request to the store. */
const FAULTS = ['late', 'failed', 'answer-lost'] as const;
export type Fault = (typeof FAULTS)[number];

/** Which fault comes next, if any: always the same for the same seed. @param share of requests that one happens to */
export function schedule(seed: number, share: number): () => Fault | undefined {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => (next() < share ? FAULTS[Math.floor(next() * FAULTS.length)] : undefined);
}

/** Others get their turn first. */
const late = async (): Promise<void> => {
  for (let i = 0; i < 5; i += 1) await new Promise(setImmediate);
};

/** A store whose requests come late, are not carried out, or are carried out and never answered. */
export function faultyStore(store: Store, next: () => Fault | undefined): Store {
  const through = async <T>(ask: () => Promise<T>): Promise<T> => {
    const fault = next();
    if (fault === 'late') await late();
    if (fault === 'failed') throw new Error('the store was out of reach');
    const answer = await ask();
    if (fault === 'answer-lost') throw new Error('the store was cut off before it answered');
    return answer;
  };
  return {
    get: (keys) => through(() => store.get(keys)),
    find: (query) => through(() => store.find(query)),
    commit: (...changes) => through(() => store.commit(...changes)),
    trips: () => store.trips(),
    close: () => store.close(),
  };
}
