import type { Deps } from '../../cloudfunctions/_core/context';
import type { Store } from '../../cloudfunctions/_core/store';
import { writeOf } from '../../cloudfunctions/_core/write';
import { handlers } from '../../server/calls';
import type { CallName, Input, Output, Reply } from '../../shared/api';
import type { Instant } from '../../shared/kernel/calendar';
import type { Census } from '../nation/census';
import { documentsOf } from '../nation/documents';
import { CENTER } from '../nation/names';
import { CODE_KEYS, tokenOf } from '../secrets';

const SMALL: Census = { stations: 2, enterprisesOf: 6, commissionersOf: 3, visitsOf: 24 };

/** What one call has cost. */
export interface Trip {
  readonly call: CallName;
  /** In which of its cases, where there are several. */
  readonly when: string;
  readonly trips: number;
}

export interface TripWorld {
  readonly clock: { now: Instant };
  nonce(): string;
  /** The answer. @throws Error where it is a refusal */
  run<N extends CallName>(call: N, personId: string, input: Input<N>, when?: string): Promise<Output<N>>;
  readonly trips: readonly Trip[];
}

/** A small country in an empty store, and the calls on it, each counted by the store itself. */
export async function tripWorld(store: Store, now: Instant): Promise<TripWorld> {
  // As a demonstration, so that its three calls can be made as well.
  const demo = { demo: true, demoPeople: [{ id: CENTER, what: '市科协创新服务中心' }] };
  for (const { collection, doc } of documentsOf(SMALL, now))
    await store.commit([writeOf(collection, collection === 'settings' ? { ...doc, ...demo } : doc, undefined)]);
  const clock = { now };
  const deps: Deps = {
    store,
    now: () => clock.now,
    codeKeys: CODE_KEYS,
    publicUrl: 'https://bench.example',
    demo: true,
    sessions: { issue: tokenOf },
    weChat: async () => 'bench-open-id',
  };
  const trips: Trip[] = [];
  let nonces = 0;
  return {
    clock,
    trips,
    nonce: () => {
      nonces += 1;
      return `bench-trips-${nonces}`;
    },
    async run(call, personId, input, when = '') {
      const before = store.trips();
      const caller = personId === '' ? null : { personId };
      const reply = (await handlers[call]?.(input, caller, deps)) as Reply<Output<typeof call>> | undefined;
      if (!reply?.ok) throw new Error(`${call} ${when}: ${JSON.stringify(reply)}`);
      trips.push({ call, when, trips: store.trips() - before });
      return reply.data;
    },
  };
}
