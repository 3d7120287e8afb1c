import { type Load, round } from './figures';
import type { EngineName } from './ground';

/** What one measurement says. The first nine names are a promise to whoever reads `--json`. */
export interface Row {
  readonly name: string;
  readonly engine: EngineName;
  readonly clients: number;
  /** Check-ins in the database when it was loaded. */
  readonly checkIns: number;
  readonly rps: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Bare transactions a second, measured in turns with this; in `growth` the smallest database instead. */
  readonly referenceRps: number;
  readonly ratio: number;
  /** p99 / p50. */
  readonly spread: number;
  readonly stations: number;
  readonly servers: number;
  readonly failures: number;
  /** Milliseconds of the servers' processor for a request: what is left of a figure where the machine is busy. */
  readonly serverCpuMs: number;
  /** Seconds of a processor that the load generator used in each second. */
  readonly generatorCpu: number;
}

export type Place = Pick<Row, 'name' | 'engine' | 'clients' | 'checkIns' | 'stations' | 'servers'>;

export function rowOf(place: Place, { rps, p50, p99, failures, ownCpu, serverCpu }: Load, referenceRps: number): Row {
  return {
    ...place,
    rps: round(rps),
    p50: round(p50),
    p99: round(p99),
    referenceRps: round(referenceRps),
    ratio: referenceRps > 0 ? round(rps / referenceRps) : 0,
    spread: p50 > 0 ? round(p99 / p50) : 0,
    failures,
    serverCpuMs: round(serverCpu),
    generatorCpu: round(ownCpu),
  };
}

const COLUMNS = [
  ['name', 'name', -18],
  ['engine', 'engine', -9],
  ['clients', 'clnt', 5],
  ['checkIns', 'checkIns', 9],
  ['stations', 'stations', 9],
  ['rps', 'rps', 9],
  ['p50', 'p50 ms', 8],
  ['p99', 'p99 ms', 8],
  ['spread', 'p99/p50', 8],
  ['referenceRps', 'ref rps', 9],
  ['ratio', 'ratio', 6],
  ['serverCpuMs', 'cpu ms', 7],
] as const satisfies readonly (readonly [keyof Row, string, number])[];

const cell = (value: string | number, width: number): string =>
  width < 0 ? String(value).padEnd(-width) : String(value).padStart(width);

export const header = (): string => COLUMNS.map(([, title, width]) => cell(title, width)).join(' ');
export const lineOf = (row: Row): string => COLUMNS.map(([field, , width]) => cell(row[field], width)).join(' ');
