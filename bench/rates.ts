import { round } from './figures';
import type { Ground } from './ground';
import { ask, fire } from './load';
import { CENTER } from './nation/names';
import type { Options, Part } from './options';
import type { Print } from './print';
import { tokenOf } from './secrets';
import {
  checkIns,
  cityProgress,
  districtProgress,
  ratings,
  ready,
  resolves,
  type Shots,
  stationProgress,
} from './shots';
import { rowOf } from './table';
import type { Town } from './town';
import { byTurns } from './turns';

type Rated = Exclude<Part, 'growth' | 'memory' | 'trips' | 'start' | 'size'>;

/** No call of ours is quicker than this on one machine: so many requests are written before a round. */
const MOST_RPS = 12_000;
const MOST_TRIES = 5;
const WARM_UP = { clients: 16, seconds: 1 };

const SHOTS: Readonly<Record<Rated, (town: Town) => Shots>> = {
  resolve: ({ census }) => resolves(census),
  progress: ({ census, loadedAt }) => stationProgress(census, loadedAt),
  'progress district': ({ census, loadedAt }) => districtProgress(census, loadedAt),
  'progress city': ({ loadedAt }) => cityProgress(loadedAt),
  'check-in': ({ census }) => checkIns(census),
  rating: ({ census, loadedAt }) => ratings(census, loadedAt),
};
const WRITES: readonly Part[] = ['check-in', 'rating'];
const ORDER = Object.keys(SHOTS) as Rated[];

/** Reading the board takes in all that waits. @returns milliseconds */
async function takeIn({ servers, year }: Town): Promise<number> {
  const began = performance.now();
  const read = (): Promise<unknown> => ask(servers.origins[0] as string, 'station.board', { year }, tokenOf(CENTER));
  // Several servers take in the same visits: where the others are always faster, it is theirs to finish.
  for (let tries = 1; ; tries += 1) {
    try {
      await read();
      return performance.now() - began;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

/** Each call of the parts that are asked for, with each number of clients. */
export async function rates(ground: Ground, town: Town, options: Options, print: Print): Promise<void> {
  const { rounds, seconds, quick } = options;
  const { servers, census, checkIns: size } = town;
  const parts = ORDER.filter((part) => options.parts.includes(part));
  for (const part of parts) {
    const shots = ready(SHOTS[part](town));
    const shoot = (clients: number, time: number) => {
      shots.prepare(Math.ceil(MOST_RPS * time));
      return fire(servers.origins, clients, shots, time, servers.cpu);
    };
    await shoot(WARM_UP.clients, quick ? 0.5 : WARM_UP.seconds);
    await ground.reference(WARM_UP.clients, quick ? 0.3 : WARM_UP.seconds);
    const writes = WRITES.includes(part);
    if (writes) await takeIn(town);
    // In a short run only the writes are measured with each number of clients.
    for (const clients of quick && part !== 'check-in' && part !== 'progress' ? [16] : options.clients) {
      let waited = 0;
      const { load, reference } = await byTurns(rounds, {
        subject: () => shoot(clients, seconds),
        reference: () => ground.reference(clients, seconds),
        settle: async () => {
          if (writes) waited += await takeIn(town);
        },
      });
      const place = {
        engine: ground.engine,
        clients,
        checkIns: size,
        stations: census.stations,
        servers: servers.origins.length,
      };
      print.row(rowOf({ name: part, ...place }, load, reference));
      if (load.failures > 0)
        print.talk(`${part}：${load.requests} 次里有 ${load.failures} 次没有答 200，第一次是 ${load.failure}`);
      if (load.ownCpu > 0.9) print.talk(`${part}，${clients} 个客户端：发请求的一方用满了一个核，量到的是它`);
      if (part === 'check-in') {
        // What was answered and what was then taken into the sums, as one rate: it can be kept up for ever.
        const kept = { ...load, rps: load.requests / (load.requests / load.rps + waited / 1000) };
        print.row(rowOf({ name: 'check-in, tallied', ...place }, kept, reference));
      }
    }
    const memory = servers.memory();
    if (memory && options.parts.includes('memory'))
      print.fact(
        {
          name: `memory after ${part}`,
          engine: ground.engine,
          checkIns: size,
          servers: servers.origins.length,
          rssMb: round(memory.rss),
          peakMb: round(memory.peak),
        },
        `${`memory after ${part}`.padEnd(28)} ${Math.round(memory.rss)} MB，最多时 ${Math.round(memory.peak)} MB`,
      );
  }
}
