import fc from 'fast-check';
import type { Caller, Deps } from '../../cloudfunctions/_core/context';
import type { Doc, Key, Store } from '../../cloudfunctions/_core/store';
import { type CallName, contract, type Reply } from '../../shared/api';
import { LI } from '../journey/cast';
import { HANDLERS } from '../journey/world';
import { arbitraryOf } from './arbitrary';
import { CALLERS, nameOf } from './callers';
import { broken, wild } from './hostile';
import { leaksIn } from './may-see';
import { flawOf } from './oracle';
import { hintsOf, type Pool } from './pool';
import type { Scene } from './scene';

export const CALLS = Object.keys(contract) as CallName[];
const DEMO_ONLY: readonly CallName[] = ['account.people', 'account.actAs', 'account.guest'];

export const validInput = (name: CallName, pool: Pool): fc.Arbitrary<unknown> =>
  hintsOf(pool).chain((hints) => arbitraryOf(contract[name].input, hints));

export const anyInput = (name: CallName, pool: Pool): fc.Arbitrary<unknown> => {
  const valid = validInput(name, pool);
  return fc.oneof(
    { weight: 4, arbitrary: valid },
    { weight: 4, arbitrary: broken(valid) },
    { weight: 1, arbitrary: wild },
  );
};

/** The records say that they are a demonstration's. */
const asDemo = (store: Store): Store => ({
  ...store,
  async get<D extends Doc>(keys: readonly Key[]) {
    const docs = await store.get<D>(keys);
    const demo = { demo: true, demoPeople: [{ id: LI, what: '特派员' }] };
    return docs.map((doc, i) => (doc && keys[i]?.collection === 'settings' ? { ...doc, ...demo } : doc));
  },
});

/** The demonstration's calls with a demonstration, so that they are more than “not found”. */
const depsFor = (name: CallName, deps: Deps): Deps => ({
  ...deps,
  ...(DEMO_ONLY.includes(name) && { demo: true, store: asDemo(deps.store) }),
  weChat: async (code) => (code === 'good-code' ? 'openid-of-somebody' : undefined),
});

export const ask = (name: CallName, input: unknown, caller: Caller | null, deps: Deps): Promise<Reply<unknown>> => {
  const handle = HANDLERS[name];
  if (!handle) throw new Error(`nobody answers ${name}`);
  return handle(input, caller, depsFor(name, deps));
};

/**
 * One call, any input, anybody: never `broken`, never thrown, always of the contract, never shows what is not this person's.
 * Nothing is written, so that every request meets the same world.
 */
export async function fuzzCall(
  name: CallName,
  { world }: Scene,
  pool: Pool,
  parameters: fc.Parameters<[unknown, Caller | null]>,
): Promise<void> {
  const deps: Deps = { ...world.deps, store: { ...world.store, commit: async () => 'done' } };
  await fc.assert(
    fc.asyncProperty(anyInput(name, pool), fc.constantFrom(...CALLERS), async (input, caller) => {
      const reply = await ask(name, input, caller, deps);
      expect(flawOf(name, input, caller, reply)).toBeUndefined();
      expect(leaksIn(reply, nameOf(caller))).toEqual([]);
    }),
    parameters,
  );
}
