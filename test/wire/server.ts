import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { answer, type Reply } from './actions';
import { createDatabase, type Database } from './database';
import { Answer, conflict, Refused } from './refused';
import { createTransactions } from './transactions';

export interface WireOptions {
  /** How long an operation in a transaction takes. */
  readonly latencyMs?: number;
  /** A transaction older than this is ended. */
  readonly lifetimeMs?: number;
}

/** A scripted failure of the next request of an action: an answer in place of the work, or the work without an answer. */
type Script = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'lost' };

/** CloudBase's database as its SDK sees it, on a port of this machine. */
export interface Wire {
  readonly port: number;
  /** The actions that were asked, in order. */
  readonly requests: readonly string[];
  /** What the stub did not know. A test that ends with one of these has failed. */
  readonly refusals: readonly string[];
  readonly database: Database;
  conflictNext(action: string): void;
  failNext(action: string, code: string, message: string): void;
  /** The work is done and the connection breaks before the answer. */
  loseReplyOf(action: string): void;
  close(): Promise<void>;
}

export async function startWire({ latencyMs = 0, lifetimeMs = 30_000 }: WireOptions = {}): Promise<Wire> {
  const database = createDatabase();
  const transactions = createTransactions(database, lifetimeMs);
  const requests: string[] = [];
  const refusals: string[] = [];
  const scripts = new Map<string, Script>();
  const pause = async (): Promise<void> => {
    await wait(latencyMs);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await bodyOf(request);
    let reply: Reply;
    let lost = false;
    try {
      checkEnvelope(request);
      const body = JSON.parse(text) as Reply;
      const action = String(body.action);
      requests.push(action);
      const script = scripts.get(action);
      scripts.delete(action);
      if (script?.kind === 'answer') throw script.answer;
      lost = script?.kind === 'lost';
      reply = await answer(database, transactions, body, pause);
    } catch (failure) {
      if (failure instanceof Answer) reply = { code: failure.code, message: failure.message };
      else {
        refusals.push(failure instanceof Refused ? `${failure.message}: ${text}` : String(failure));
        reply = { code: 'INVALID_PARAM', message: `the stub does not know this: ${String(failure)}` };
      }
    }
    if (lost) {
      request.socket.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ requestId: `request-${requests.length}`, ...reply }));
  };

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    refusals,
    database,
    conflictNext: (action) => scripts.set(action, { kind: 'answer', answer: conflict() }),
    failNext: (action, code, message) => scripts.set(action, { kind: 'answer', answer: new Answer(code, message) }),
    loseReplyOf: (action) => scripts.set(action, { kind: 'lost' }),
    close: async () => {
      transactions.abortAll();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function checkEnvelope({ method, url = '', headers }: IncomingMessage): void {
  const { pathname, searchParams } = new URL(url, 'http://stub');
  if (method !== 'POST' || pathname !== '/admin') throw new Refused(`${method} ${pathname}`);
  if (!searchParams.get('env') || !searchParams.get('seqId')) throw new Refused(`address ${url}`);
  if (headers['content-type'] !== 'application/json') throw new Refused(`content-type ${headers['content-type']}`);
  if (!headers.authorization?.startsWith('TC3-HMAC-SHA256 ')) throw new Refused('not signed');
  if (headers['x-sdk-version'] !== 'wx-server-sdk/4.0.2') throw new Refused(`SDK ${headers['x-sdk-version']}`);
}
