import { parseArgs } from 'node:util';
import type { EngineName } from './ground';

export const PARTS = [
  'check-in',
  'rating',
  'resolve',
  'progress',
  'progress district',
  'progress city',
  'growth',
  'memory',
  'trips',
  'start',
  'size',
] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly json: boolean;
  readonly quick: boolean;
  readonly engines: readonly EngineName[];
  readonly parts: readonly Part[];
  /** Check-ins in the database, one database for each. */
  readonly sizes: readonly number[];
  /** Undefined: as many as the check-ins ask for. */
  readonly stations: number | undefined;
  /** At least so many in the whole country. */
  readonly enterprises: number;
  readonly clients: readonly number[];
  /** Server processes on one PostgreSQL. */
  readonly servers: number;
  readonly rounds: number;
  readonly seconds: number;
}

const NATION = 10_000;

const FLAGS = {
  json: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  nation: { type: 'boolean', default: false },
  engine: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  size: { type: 'string', multiple: true },
  stations: { type: 'string' },
  clients: { type: 'string', multiple: true },
  servers: { type: 'string' },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
} as const;

export class BadOptions extends Error {}

const listed = (given: readonly string[] | undefined): readonly string[] | undefined =>
  given?.flatMap((one) => one.split(',')).map((one) => one.trim());

function numberOf(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number < least)
    throw new BadOptions(`--${name} 应是不小于 ${least} 的数字，现在是「${text}」`);
  return number;
}

function among<T extends string>(name: string, given: readonly string[] | undefined, all: readonly T[]): readonly T[] {
  const unknown = given?.find((one) => !all.some((known) => known === one));
  if (unknown !== undefined) throw new BadOptions(`--${name} 没有「${unknown}」，可以是：${all.join('、')}`);
  return given ? all.filter((one) => given.includes(one)) : all;
}

/** @throws BadOptions with a sentence that says what to write */
export function optionsOf(args: readonly string[]): Options {
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options: FLAGS });
    } catch (error) {
      throw new BadOptions((error as Error).message);
    }
  })();
  const { quick } = values;
  const numbers = (name: 'size' | 'clients', usual: readonly number[]): readonly number[] =>
    listed(values[name])?.map((one) => Math.ceil(numberOf(name, one, 1))) ?? usual;
  const whole = (name: 'stations' | 'servers' | 'rounds', usual: number): number =>
    values[name] === undefined ? usual : Math.ceil(numberOf(name, values[name], 1));
  return {
    json: values.json,
    quick,
    engines: among('engine', listed(values.engine) ?? (quick ? ['sqlite'] : undefined), ['sqlite', 'postgres']),
    enterprises: quick ? 3000 : 10_000,
    parts: among('only', listed(values.only), PARTS),
    sizes: numbers('size', [1e4]),
    stations: values.nation ? NATION : values.stations === undefined ? undefined : whole('stations', 1),
    clients: numbers('clients', quick ? [1, 16, 64] : [1, 16, 64, 256]),
    servers: whole('servers', 1),
    rounds: whole('rounds', quick ? 1 : 3),
    seconds: values.seconds === undefined ? (quick ? 0.7 : 1.5) : numberOf('seconds', values.seconds, 0.1),
  };
}
