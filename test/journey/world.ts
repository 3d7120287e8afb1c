import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_core/collections';
import type { Deps } from '../../cloudfunctions/_core/context';
import type { AttemptDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import type { Handler } from '../../cloudfunctions/_core/handler';
import { findAll } from '../../cloudfunctions/_core/recount';
import type { Store } from '../../cloudfunctions/_core/store';
import { calls as account } from '../../cloudfunctions/account/calls';
import { calls as commissioner } from '../../cloudfunctions/commissioner/calls';
import { calls as enterprise } from '../../cloudfunctions/enterprise/calls';
import { calls as policy } from '../../cloudfunctions/policy/calls';
import { calls as rating } from '../../cloudfunctions/rating/calls';
import { calls as station } from '../../cloudfunctions/station/calls';
import { calls as visit } from '../../cloudfunctions/visit/calls';
import { openSqlite } from '../../server/store/sqlite';
import type { CallName, FailureCode, Input, Output, Reply } from '../../shared/api';
import { type Instant, startOf } from '../../shared/kernel/calendar';
import { cast, YEAR } from './cast';

/** Every call there is, as an edge would dispatch it. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  ...account,
  ...visit,
  ...rating,
  ...station,
  ...commissioner,
  ...enterprise,
  ...policy,
};

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A moment of Shanghai time: `at('2026-03-10', 10, 30)`. */
export const at = (day: string, hour = 0, minute = 0): Instant => startOf(day) + hour * HOUR + minute * MINUTE;

/** A Tuesday morning on which everything begins. */
export const TODAY = `${YEAR}-03-10`;

export interface Player {
  readonly id: string;
  call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>;
  /** The answer; anything else fails the test, with the reasons. */
  ok<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Why not, in codes: of the rules where a rule refused, otherwise of the call. */
  why<N extends CallName>(name: N, input: Input<N>): Promise<readonly string[]>;
}

export interface World {
  readonly store: Store;
  /** The moment it is. Tests set it. */
  readonly clock: { now: Instant };
  readonly deps: Deps;
  as(personId: string, epoch?: number): Player;
  readonly nobody: Player;
  nonce(): string;
  visit(id: string): Promise<VisitDoc>;
  visits(): Promise<readonly VisitDoc[]>;
  attempts(): Promise<readonly AttemptDoc[]>;
  /** Everything that is stored but the refused attempts, as text: equal texts, nothing written. */
  dump(): Promise<string>;
  close(): Promise<void>;
}

export const CODE_KEYS = [{ no: 1, secret: 'a key for tests only' }];

const codesOf = (reply: Reply<unknown>): readonly string[] => {
  if (reply.ok) return ['ok'];
  return reply.findings?.length ? reply.findings.map((one) => one.because) : [reply.code satisfies FailureCode];
};

/** A world of its own for each test; on a store of the caller's choice where the store is the point. */
export async function openWorld(open: () => Promise<Store> = () => openSqlite(':memory:')): Promise<World> {
  const store = await open();
  const clock = { now: at(TODAY, 10) };
  for (const change of cast) await store.commit([change]);
  const deps: Deps = {
    store,
    now: () => clock.now,
    codeKeys: CODE_KEYS,
    publicUrl: 'https://example.test',
    demo: false,
    sessions: { issue: (personId, epoch) => `${personId}#${epoch}` },
    weChat: null,
  };
  let nonces = 0;

  const player = (id: string, caller: Parameters<Handler>[1]): Player => {
    const call: Player['call'] = async (name, input) =>
      (await (HANDLERS[name] as Handler)(input, caller, deps)) as Reply<Output<typeof name>>;
    return {
      id,
      call,
      async ok(name, input) {
        const reply = await call(name, input);
        if (!reply.ok)
          throw new Error(`${name}: ${reply.code} ${codesOf(reply)} ${JSON.stringify(reply.fields ?? {})}`);
        return reply.data;
      },
      why: async (name, input) => codesOf(await call(name, input)),
    };
  };

  return {
    store,
    clock,
    deps,
    as: (personId, epoch) => player(personId, { personId, ...(epoch !== undefined && { epoch }) }),
    nobody: player('', null),
    nonce() {
      nonces += 1;
      return `nonce-${String(nonces).padStart(6, '0')}`;
    },
    async visit(id) {
      const [doc] = await store.get<VisitDoc>([{ collection: 'visits', id }]);
      if (!doc) throw new Error(`no visit ${id}`);
      return doc;
    },
    visits: () => findAll<VisitDoc>(store, { collection: 'visits', order: { field: 'day' } }),
    attempts: () => findAll<AttemptDoc>(store, { collection: 'attempts' }),
    async dump() {
      const names = (Object.keys(COLLECTIONS) as CollectionName[]).filter((name) => name !== 'attempts');
      const all = await Promise.all(names.map((collection) => findAll(store, { collection })));
      return JSON.stringify(all, null, 1);
    },
    close: () => store.close(),
  };
}
