import { createHash } from 'node:crypto';

/** Chance that repeats: the same words give the same draws, on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

/** Every part of the demonstration draws from a stream of its own, so that a change of one part leaves the others alone. */
export function randomFrom(...words: readonly (string | number)[]): Random {
  const next = mulberry32(createHash('sha256').update(JSON.stringify(words)).digest().readUInt32LE());
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T,
    shuffle(list) {
      const left = [...list];
      for (let i = left.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [left[i], left[j]] = [left[j] as (typeof left)[number], left[i] as (typeof left)[number]];
      }
      return left;
    },
  };
}

/** Tommy Ettinger's mulberry32 (public domain). */
const mulberry32 = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
