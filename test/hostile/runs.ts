import type fc from 'fast-check';

/** `FUZZ_RUNS=20` tries twenty times as much as by default; `FUZZ_SEED` (and `FUZZ_PATH`) repeat a run that failed. */
const TIMES = Number(process.env.FUZZ_RUNS ?? 1);
const SEED = process.env.FUZZ_SEED;
const PATH = process.env.FUZZ_PATH;

export const runs = (usual: number): number => Math.max(1, Math.round(usual * TIMES));
/** A long run takes as many times longer. */
export const PATIENCE = 60_000 * Math.max(1, TIMES);

/** fast-check says the seed and the path of what failed, and the smallest input that still does. */
export const tried = <T>(usual: number): fc.Parameters<T> => ({
  numRuns: runs(usual),
  // Looking for a smaller example must not hide that there is one.
  interruptAfterTimeLimit: PATIENCE * 0.8,
  ...(SEED !== undefined && { seed: Number(SEED) }),
  ...(PATH !== undefined && { path: PATH }),
});
