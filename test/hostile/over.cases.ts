import fc from 'fast-check';
import type { Store } from '../../cloudfunctions/_core/store';
import { CALLERS } from './callers';
import { CALLS, fuzzCall } from './fuzz';
import { type Pool, poolOf } from './pool';
import { PATIENCE, tried } from './runs';
import { openScene, type Scene } from './scene';
import { playStory, type Step, stories } from './stories';

/**
 * Anything by anybody over one more adapter.
 * @param open an empty store for each time it is asked
 */
export function fuzzCases(name: string, open: () => Promise<Store>): void {
  describe(`任何输入，任何人 · ${name}`, () => {
    let scene: Scene;
    let pool: Pool;
    beforeAll(async () => {
      scene = await openScene(open);
      pool = await poolOf(scene);
    });
    afterAll(() => scene.world.close());

    test.each(CALLS)('%s', (call) => fuzzCall(call, scene, pool, tried(15)), PATIENCE);
  });

  test(
    `任何人以任何次序做任何事 · ${name}`,
    () =>
      fc.assert(
        fc.asyncProperty(stories(20), async (story) => {
          const scene = await openScene(open);
          await playStory(scene, story, CALLERS).finally(scene.world.close);
        }),
        tried<[readonly Step[]]>(2),
      ),
    PATIENCE,
  );
}
