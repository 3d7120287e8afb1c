import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Deps } from '../../cloudfunctions/_core/context';
import { personDraft } from '../../cloudfunctions/_core/documents';
import type { Handler } from '../../cloudfunctions/_core/handler';
import { newPerson } from '../../cloudfunctions/_core/new-person';
import type { Store } from '../../cloudfunctions/_core/store';
import { writeOf } from '../../cloudfunctions/_core/write';
import { createApp } from '../../server/http/app';
import { type Sessions, sessionsWith } from '../../server/sessions';
import { openSqlite } from '../../server/store/sqlite';
import type { Reply } from '../../shared/api';

export const SECRET = 'a secret that only these tests know';
export const NOW = Date.parse('2026-03-10T10:00:00+08:00');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Reply<Record<string, unknown>>;
}

export interface Edge {
  readonly origin: string;
  readonly port: number;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly clock: { now: number };
  /** A person in the store. */
  person(id: string, sessionEpoch?: number): Promise<void>;
  call(name: string, input: unknown, token?: string): Promise<Answer>;
  post(name: string, body: string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export type Serving = Pick<
  Parameters<typeof createApp>[0],
  'limits' | 'trustsProxy' | 'demoPublic' | 'readiness' | 'refusals'
>;

interface Options {
  readonly calls?: Readonly<Record<string, Handler>>;
  readonly pages?: string;
  readonly deps?: Partial<Deps>;
  readonly publicUrlFor?: (host: string | undefined) => string;
  readonly serving?: Serving;
  readonly secrets?: readonly [string, ...string[]];
}

/** The HTTP edge as it runs, on a free port, over a store in memory. */
export async function startEdge({ calls, pages, deps, publicUrlFor, serving, secrets }: Options = {}): Promise<Edge> {
  const store = await openSqlite(':memory:');
  const clock = { now: NOW };
  const sessions = sessionsWith(secrets ?? [SECRET], () => clock.now);
  const app = createApp({
    deps: {
      store,
      now: () => clock.now,
      codeKeys: [{ no: 0, secret: 'a key that only these tests know' }],
      publicUrl: 'http://edge.test',
      demo: true,
      sessions,
      weChat: null,
      ...deps,
    },
    sessions,
    pages: pages ?? join(__dirname, 'no-such-folder'),
    ...(calls && { calls }),
    ...(publicUrlFor && { publicUrlFor }),
    ...serving,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const post: Edge['post'] = async (name, body, headers = {}) => {
    const answer = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
  };
  return {
    origin,
    port,
    store,
    sessions,
    clock,
    person: async (id, sessionEpoch = 0) => {
      const person = { ...newPerson(id, '甲', NOW), sessionEpoch };
      expect(await store.commit([writeOf('persons', personDraft(person), undefined)])).toBe('done');
    },
    call: (name, input, token) =>
      post(name, JSON.stringify(input), token === undefined ? {} : { authorization: `Bearer ${token}` }),
    post,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}
