import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallName, Input, Output, Reply } from '../../shared/api';

const LONGEST_MS = 60_000;

export interface RunningServer {
  readonly origin: string;
  /** A session of a person of the demonstration, by name. */
  readonly session: (name: string) => Promise<string>;
  /** The answer to a call; a refusal fails the test. */
  readonly call: <N extends CallName>(token: string, name: N, input: Input<N>) => Promise<Output<N>>;
  readonly stop: () => Promise<void>;
}

/** The server built in `dist` as a process of its own, on a free port, with the demonstration year in `dataDir`. */
export async function startServer(dist: string, dataDir: string): Promise<RunningServer> {
  const main = join(dist, 'server', 'main.js');
  for (const needed of [main, join(dist, 'h5', 'index.html')])
    if (!existsSync(needed)) throw new Error(`没有 ${needed}：请先运行 npm run build，或用 npm test 运行测试`);
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: '', PUBLIC_URL: '' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const fail = (why: unknown): void => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`the server did not start (${why}):\n${said}`));
    };
    const timer = setTimeout(() => fail('too slow'), LONGEST_MS);
    const hear = (part: Buffer): void => {
      said += part;
      const address = /已启动：(\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code, signal) => fail(code ?? signal));
  });

  const post = async <N extends CallName>(name: N, input: Input<N>, token?: string): Promise<Output<N>> => {
    const answer = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(input),
    });
    const reply = (await answer.json()) as Reply<Output<N>>;
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.data;
  };

  return {
    origin,
    session: async (name) => {
      const { people } = await post('account.people', {});
      const person = people.find((one) => one.name === name);
      if (!person) throw new Error(`nobody in the demonstration is called ${name}`);
      return (await post('account.actAs', { personId: person.id })).token;
    },
    call: (token, name, input) => post(name, input, token),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
