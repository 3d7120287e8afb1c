import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../shared/api';
import { wireEnv } from '../wire/open';
import { startWire, type Wire } from '../wire/server';

export const BUILT = join(__dirname, '..', '..', 'dist', 'cloudfunctions');
export const SETTINGS = { CODE_KEYS: `0:${'k'.repeat(32)}`, PUBLIC_URL: 'https://example.test' };

export interface Instance {
  /** @param openId whom WeChat vouches for; none for a timer */
  send(event: unknown, openId?: string): Promise<unknown>;
  call(name: string, input: unknown, openId?: string): Promise<Reply<Record<string, unknown>>>;
  /** What it wrote to its log. */
  log(): string;
  stop(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly ready?: true;
  readonly reply?: unknown;
  readonly error?: string;
}

/** A function in a process of its own, loaded from a copy of its folder with no packages anywhere above it. */
async function startInstance(
  name: string,
  apart: string,
  wire: Wire,
  settings: Readonly<Record<string, string>>,
): Promise<Instance> {
  const folder = join(apart, name);
  cpSync(join(BUILT, name), folder, { recursive: true });
  const child: ChildProcess = fork(join(__dirname, 'function-process.cjs'), [folder], {
    cwd: folder,
    // Only what a cloud function is given, so that nothing of this process can help it.
    env: { PATH: process.env.PATH, ...wireEnv(wire), ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      log += part;
    });
  const waiting = new Map<number, (message: Message) => void>();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if (message.ready) resolve();
      else waiting.get(message.id ?? 0)?.(message);
    });
    child.once('exit', () => reject(new Error(`${name} ended before it was loaded: ${log}`)));
  });
  let count = 0;
  const send: Instance['send'] = (event, openId) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, ({ reply, error }) => (error === undefined ? resolve(reply) : reject(new Error(error))));
      child.send({ id: count, event, openId });
    });
  return {
    send,
    call: async (call, input, openId) => (await send({ call, input }, openId)) as Reply<Record<string, unknown>>,
    log: () => log,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

export interface Cloud {
  readonly wire: () => Wire;
  start(name: string, settings?: Readonly<Record<string, string>>): Promise<Instance>;
}

/** An empty database on the wire for each test, and the functions that it starts. */
export function useCloud(): Cloud {
  let wire: Wire;
  let apart: string;
  const running: Instance[] = [];
  beforeEach(async () => {
    wire = await startWire();
    apart = mkdtempSync(join(tmpdir(), 'function-'));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.stop()));
    await wire.close();
    rmSync(apart, { recursive: true });
    // What the stub did not know.
    expect(wire.refusals).toEqual([]);
  });
  return {
    wire: () => wire,
    start: async (name, settings = SETTINGS) => {
      const instance = await startInstance(name, apart, wire, settings);
      running.push(instance);
      return instance;
    },
  };
}
