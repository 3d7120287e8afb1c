import { ofRounds } from './figures';
import type { EngineName } from './ground';
import { fire } from './load';
import type { Options } from './options';
import type { Print } from './print';
import { stationProgress } from './shots';
import { rowOf } from './table';
import type { Town } from './town';

/** The same question to databases of different sizes by turns: what a hundred times as many check-ins cost a reader. */
export async function growth(
  engine: EngineName,
  towns: readonly Town[],
  options: Options,
  print: Print,
): Promise<void> {
  const clients = 16;
  const rounds = options.rounds * 2;
  const asked = towns.map((town) => ({
    town,
    shots: stationProgress(town.census, town.loadedAt),
    loads: [] as Awaited<ReturnType<typeof fire>>[],
  }));
  for (let i = -1; i < rounds; i += 1)
    for (const { town, shots, loads } of i % 2 === 0 ? asked : [...asked].reverse()) {
      const load = await fire(town.servers.origins, clients, shots, options.seconds, town.servers.cpu);
      // The first round warms up.
      if (i >= 0) loads.push(load);
    }
  const results = asked.map(({ town, loads }) => ({ town, load: ofRounds(loads) }));
  const smallest = results[0]?.load.rps ?? 0;
  for (const { town, load } of results) {
    const { checkIns, census, servers } = town;
    const place = { engine, clients, checkIns, stations: census.stations, servers: servers.origins.length };
    print.row(rowOf({ name: 'growth', ...place }, load, smallest));
  }
}
