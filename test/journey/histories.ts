import fc from 'fast-check';
import { runNightly } from '../../cloudfunctions/nightly/run';
import { ACTS, type Act } from './acts';
import { HAIDIAN, YANQING, YEAR } from './cast';
import { expectTrueNumbers, expectUnbrokenHistories } from './truth';
import { at, type World } from './world';

/** What happens often in a year, and what seldom. */
const WEIGHTS: Readonly<Record<keyof typeof ACTS, number>> = {
  wait: 10,
  scan: 6,
  serve: 14,
  join: 8,
  complete: 6,
  rate: 10,
  plan: 4,
  cancel: 1,
  voidVisit: 1,
  voidCheckIn: 2,
  voidRating: 2,
  reopen: 1,
  makeUp: 5,
  designate: 8,
  withdraw: 2,
  residency: 4,
  suspend: 2,
  dismiss: 1,
  certify: 6,
  move: 2,
  merge: 2,
  configure: 1,
  nightly: 2,
  read: 2,
};

const number = fc.nat({ max: 5039 });
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(
    ...(Object.keys(WEIGHTS) as (keyof typeof ACTS)[]).map((what) => ({
      weight: WEIGHTS[what],
      arbitrary: fc.constant(what),
    })),
  ),
  a: number,
  b: number,
  c: number,
});

interface History {
  readonly acts: readonly Act[];
  /** Around the end of acceptance and of the rating windows, or around the end of the year. */
  readonly begins: number;
}

export const histories = (most: number): fc.Arbitrary<History> =>
  fc.record({
    acts: fc.array(act, { minLength: 20, maxLength: most, size: 'max' }),
    begins: fc.constantFrom(at(`${YEAR}-10-22`, 9), at(`${YEAR}-12-30`, 20)),
  });

const STEPS = 6;

/** Lets it happen, and looks at the numbers after every few steps and at the end. */
export async function playOut(world: World, { acts, begins }: History): Promise<void> {
  const look = async () => {
    for (const stationId of [YANQING, HAIDIAN]) await expectTrueNumbers(world, stationId, YEAR);
  };
  world.clock.now = begins;
  for (const [i, one] of acts.entries()) {
    await ACTS[one.what](world, one);
    if (i % STEPS === STEPS - 1) await look();
  }
  await runNightly(world.deps);
  await look();
  await expectUnbrokenHistories(world);
  expect(await runNightly(world.deps)).toMatchObject({ written: 0, differences: [] });
}
