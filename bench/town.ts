import { rmSync } from 'node:fs';
import { dayOf, yearOf } from '../shared/kernel/calendar';
import { atEnd } from './ends';
import { round } from './figures';
import type { Ground } from './ground';
import { type Census, censusOf, checkInsOf } from './nation/census';
import { fill } from './nation/fill';
import type { Options } from './options';
import type { Print } from './print';
import { type Servers, startServers } from './servers';

/** A database with a past, and the servers on it. */
export interface Town {
  readonly census: Census;
  readonly checkIns: number;
  readonly loadedAt: number;
  readonly year: number;
  readonly servers: Servers;
  end(): Promise<void>;
}

const EVERY = 100_000;

export async function openTown(ground: Ground, size: number, options: Options, print: Print): Promise<Town> {
  const { engine } = ground;
  const census = censusOf(size, options.enterprises, options.stations);
  const checkIns = checkInsOf(census);
  const site = await ground.freshSite();
  print.talk(`${engine}：正在写入 ${checkIns} 次签到，${census.stations} 个站点……`);
  const began = performance.now();
  const loadedAt = Date.now();
  const loader = await site.loader();
  let told = 0;
  const documents = await fill(loader, census, loadedAt, (done) => {
    if (done < told + EVERY) return;
    told = done;
    print.talk(`  ${done} 份文档，${Math.round((performance.now() - began) / 1000)} 秒`);
  });
  await loader.end();
  const loaded = (performance.now() - began) / 1000;
  const count = engine === 'postgres' ? options.servers : 1;
  print.talk(`${engine}：${documents} 份文档，${Math.round(loaded)} 秒；正在启动 ${count} 个服务器，等第一次重算……`);
  const servers = await startServers(site.directory, site.env, count);
  print.fact(
    {
      name: 'recount at start',
      engine,
      checkIns,
      stations: census.stations,
      documents,
      loadSeconds: round(loaded),
      seconds: round(servers.nightly),
    },
    `${engine}，${checkIns} 次签到，${census.stations} 个站点：启动时全部重算 ${round(servers.nightly)} 秒`,
  );
  return {
    census,
    checkIns,
    loadedAt,
    year: yearOf(dayOf(loadedAt)),
    servers,
    end: atEnd(async () => {
      await servers.stop();
      rmSync(site.directory, { recursive: true, force: true });
    }),
  };
}
