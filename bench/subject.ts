import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { posterToken } from '../cloudfunctions/_core/tokens';
import { ask, type Shot } from './load';
import { type Running, start } from './process';

const SECRET = 'bench-code-key';

export interface Subject extends Running {
  /** Check-ins that nobody has made yet: a commissioner at an enterprise, each pair once. */
  readonly checkIns: Iterator<Shot>;
  /** The progress of a station after the other, as the center sees it. */
  progress(): Iterator<Shot>;
  readonly directory: string;
}

interface Named {
  readonly id: string;
}

async function enterprisesOf(origin: string, token: string): Promise<{ shortCode: string; name: string }[]> {
  const all: { shortCode: string; name: string }[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page: { enterprises: { shortCode: string; name: string }[]; cursor?: string } = await ask(
      origin,
      'enterprise.list',
      { limit: 200, ...(cursor && { cursor }) },
      token,
    );
    all.push(...page.enterprises);
    cursor = page.cursor;
  }
  return all;
}

function* pairs(
  tokens: readonly string[],
  enterprises: readonly { shortCode: string; name: string }[],
): Generator<Shot> {
  const keys = [{ no: 0, secret: SECRET }];
  let n = 0;
  // Neighbouring requests go to different people, enterprises and so stations, as a city's do.
  for (let shift = 0; shift < tokens.length; shift += 1)
    for (const [i, enterprise] of enterprises.entries()) {
      n += 1;
      const token = tokens[(i + shift) % tokens.length] as string;
      const body = {
        nonce: `bench-${process.pid}-${n}`,
        code: posterToken(keys, enterprise.shortCode),
        orgName: '星野材料研究院',
        title: '研究员',
        need: '产线能耗诊断',
      };
      yield { path: '/api/visit.checkIn', body, token };
    }
}

/** The product as a user starts it: its own process, its own database on disk, the demonstration year in it. */
export async function startSubject(): Promise<Subject> {
  const directory = mkdtempSync(join(tmpdir(), 'qianren-bench-'));
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: directory,
    CODE_KEYS: `0:${SECRET}`,
    SESSION_SECRET: 'bench-session-secret',
    LOG_LEVEL: 'error',
  };
  const running = await start(['dist/server/main.js'], env, (line) => /https?:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]);
  const { origin } = running;
  const { people } = await ask<{ people: { id: string; roles: string[] }[] }>(origin, 'account.people', {});
  const center = people.find((one) => one.roles.includes('center'));
  if (!center) throw new Error('no center among the demonstration people');
  const { token } = await ask<{ token: string }>(origin, 'account.actAs', { personId: center.id });
  const { commissioners } = await ask<{ commissioners: (Named & { active: boolean })[] }>(
    origin,
    'commissioner.list',
    { limit: 100 },
    token,
  );
  const tokens: string[] = [];
  for (const one of commissioners.filter((person) => person.active))
    tokens.push((await ask<{ token: string }>(origin, 'account.actAs', { personId: one.id })).token);
  const enterprises = await enterprisesOf(origin, token);
  const { stations } = await ask<{ stations: { id: string; years: number[] }[] }>(origin, 'station.list', {}, token);
  function* progress(): Generator<Shot> {
    for (;;)
      for (const { id, years } of stations)
        yield { path: '/api/station.progress', body: { stationId: id, year: Math.max(...years) }, token };
  }
  return {
    ...running,
    directory,
    checkIns: pairs(tokens, enterprises),
    progress,
    stop: async () => {
      await running.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
