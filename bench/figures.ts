/** The arithmetic of the bench: what is printed is made of these. */

/** @param share 0…1; the value below which that share of the sorted values lies, 0 where there are none */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The middle one; of an even number the mean of the two in the middle. 0 where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Two decimals: more would promise what a measurement does not hold. */
export const round = (value: number): number => Math.round(value * 100) / 100;

export interface Load {
  readonly requests: number;
  readonly rps: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  /** What the first failed request was answered. */
  readonly failure?: string;
  /** Seconds of a processor that the load generator itself has used in each second: near 1 it is what was measured. */
  readonly ownCpu: number;
  /** Milliseconds of processor that the servers have used for each request; 0 where nobody knows. */
  readonly serverCpu: number;
}

/** Several short rounds as one: the median of each figure, so that one disturbed round does not decide. */
export function ofRounds(rounds: readonly Load[]): Load {
  const of = (field: 'rps' | 'p50' | 'p99' | 'ownCpu' | 'serverCpu'): number => median(rounds.map((one) => one[field]));
  const sum = (field: 'requests' | 'failures'): number => rounds.reduce((total, one) => total + one[field], 0);
  const failure = rounds.find((one) => one.failure !== undefined)?.failure;
  return {
    requests: sum('requests'),
    rps: of('rps'),
    p50: of('p50'),
    p99: of('p99'),
    ownCpu: of('ownCpu'),
    serverCpu: of('serverCpu'),
    failures: sum('failures'),
    ...(failure !== undefined && { failure }),
  };
}
