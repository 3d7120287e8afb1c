import fc from 'fast-check';
import type { Caller } from '../../cloudfunctions/_core/context';
import { runNightly } from '../../cloudfunctions/nightly/run';
import { verifyHistories } from '../../server/verify-histories';
import type { CallName } from '../../shared/api';
import { CENTER, CITY_READER, HAIDIAN, YANQING, YEAR } from '../journey/cast';
import { expectTrueNumbers, expectUnbrokenHistories } from '../journey/truth';
import { DAY, HOUR, MINUTE } from '../journey/world';
import { CALLERS, nameOf } from './callers';
import { anyInput, ask, CALLS, validInput } from './fuzz';
import { leaksIn } from './may-see';
import { flawOf } from './oracle';
import { poolOf } from './pool';
import { canary, type Scene, SIDES, type Side } from './scene';

/** One request of a story. What it says is made from the seed when its turn comes, out of what is in the world by then. */
export interface Step {
  readonly name: CallName;
  /** Who asks first, by number. */
  readonly first: number;
  readonly seed: number;
  readonly kind: 'valid' | 'any';
  /** Milliseconds that pass before it. */
  readonly wait: number;
}

/** People of 延庆 and people of no station: nothing that they do opens to them what is 海淀's. */
const OTHER = SIDES[1] as Side;
const INSIDE = new Set([...Object.values(OTHER), CENTER, CITY_READER]);
export const HIDDEN = canary(OTHER, '');
export const OUTSIDERS = CALLERS.filter((caller) => !INSIDE.has(nameOf(caller)));

export const stories = (most: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record<Step>({
      name: fc.constantFrom(...CALLS),
      first: fc.nat({ max: 99 }),
      seed: fc.nat(),
      kind: fc.constantFrom('valid', 'valid', 'valid', 'any'),
      wait: fc.constantFrom(0, 0, 0, 1, MINUTE, 20 * MINUTE, 3 * HOUR, DAY),
    }),
    { minLength: 5, maxLength: most, size: 'max' },
  );

/** Whoever scans an enterprise's poster on the day is told what the visit that is planned there is about. */
const isOnPoster = (name: CallName, mark: string): boolean => name === 'visit.resolve' && mark.endsWith('主题');

/** Whom the numbers are asked of afterwards has to stay who he is. */
const isOfCenter = (input: unknown): boolean =>
  (input as { readonly personId?: unknown } | undefined)?.personId === CENTER;

/** @param hidden in front of texts that none of these callers may ever be shown */
export async function playStory(
  scene: Scene,
  story: readonly Step[],
  callers: readonly (Caller | null)[],
  hidden?: string,
): Promise<void> {
  const { world } = scene;
  for (const { name, first, seed, kind, wait } of story) {
    world.clock.now += wait;
    const pool = await poolOf(scene);
    const [input] = fc.sample(kind === 'valid' ? validInput(name, pool) : anyInput(name, pool), { seed, numRuns: 1 });
    if (name === 'account.revoke' && isOfCenter(input)) continue;
    // Others ask the same until somebody may: what nobody may teaches little.
    for (let i = 0; i < callers.length; i += 1) {
      const caller = callers[(first + i) % callers.length] ?? null;
      const reply = await ask(name, input, caller, world.deps);
      const flaw = flawOf(name, input, caller, reply);
      const shown = leaksIn(reply, nameOf(caller)).filter(
        (mark) => hidden !== undefined && mark.startsWith(hidden) && !isOnPoster(name, mark),
      );
      if (flaw || shown.length > 0)
        throw new Error(`${name} ${JSON.stringify(input)} by ${nameOf(caller)}: ${flaw ?? `shows ${shown}`}`);
      if (reply.ok || !['not-allowed', 'not-signed-in'].includes(reply.code)) break;
    }
  }
  await expectSound(scene);
}

/** Numbers are true, histories are whole, and nothing that is stored makes anything unreadable. */
async function expectSound({ world }: Scene): Promise<void> {
  for (const stationId of [YANQING, HAIDIAN]) await expectTrueNumbers(world, stationId, YEAR);
  for (const { id: visitId } of await world.visits()) await world.as(CENTER).ok('visit.get', { visitId });
  for (const of of SIDES)
    await world.as(CENTER).ok('visit.list', { of: 'station', stationId: of.stationId, limit: 100 });
  await world.as(CENTER).ok('station.board', { year: YEAR });
  await world.as(CENTER).ok('station.list', {});
  await expectUnbrokenHistories(world);
  await runNightly(world.deps);
  expect(await verifyHistories(world.store)).toMatchObject({ kind: 'whole' });
  expect(await runNightly(world.deps)).toMatchObject({ written: 0, differences: [] });
}
