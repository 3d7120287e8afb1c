import { endAll } from './ends';
import type { EngineName, Ground } from './ground';
import { growth } from './growth';
import { BadOptions, type Options, optionsOf, type Part } from './options';
import { noPostgres, postgresGround } from './postgres';
import { type Print, printerFor } from './print';
import { rates } from './rates';
import { sizes } from './sizes';
import { sqliteGround } from './sqlite';
import { starts } from './start';
import { openTown, type Town } from './town';
import { trips } from './trips/trips';

/**
 * Rates of the whole product beside a bare reference, in one run on one machine: read the ratios, not the figures. How to run
 * and read it: docs/guide/bench.md.
 */

const NOT_RATES: readonly Part[] = ['trips', 'start', 'size'];

async function engineRates(engine: EngineName, options: Options, print: Print): Promise<void> {
  const missing = engine === 'postgres' ? noPostgres() : undefined;
  if (missing) return print.talk(missing);
  const ground: Ground = engine === 'sqlite' ? await sqliteGround() : await postgresGround();
  const towns: Town[] = [];
  try {
    for (const size of options.sizes) {
      print.heading(`${engine}，${size} 次签到`);
      const town = await openTown(ground, size, options, print);
      towns.push(town);
      await rates(ground, town, options, print);
    }
    if (towns.length > 1 && options.parts.includes('growth')) {
      print.heading(`${engine}，读进度随数据的增长（ref 是最小的库）`);
      await growth(engine, towns, options, print);
    }
  } finally {
    for (const town of towns) await town.end();
    await ground.close();
  }
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const print = printerFor(options.json);
  if (options.parts.some((part) => !NOT_RATES.includes(part)))
    for (const engine of options.engines) await engineRates(engine, options, print);
  const asked = (part: Part): boolean => options.parts.includes(part);
  if (asked('trips')) {
    print.heading('每次调用问存储几次：SQLite，云开发');
    await trips(print);
  }
  if (asked('start')) {
    print.heading('云函数的启动');
    await starts(options.quick ? 1 : 9, print);
  }
  if (asked('size')) {
    print.heading('手机要取的');
    sizes(print);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void endAll().then(() => process.exit(130));
  });

main().catch((error: unknown) => {
  console.error(error instanceof BadOptions ? error.message : error);
  process.exitCode = 1;
});
