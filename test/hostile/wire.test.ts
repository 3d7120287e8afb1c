import fc from 'fast-check';
import { openWxStore } from '../wire/open';
import { startWire, type Wire } from '../wire/server';
import { CALLERS } from './callers';
import { CALLS, fuzzCall } from './fuzz';
import { type Pool, poolOf } from './pool';
import { PATIENCE, tried } from './runs';
import { openScene, type Scene } from './scene';
import { playStory, type Step, stories } from './stories';

/** The same over the genuine wx-server-sdk: nothing that anybody sends becomes a request that CloudBase does not know. */

describe('云开发的线协议', () => {
  let wire: Wire;
  let scene: Scene;
  let pool: Pool;
  beforeAll(async () => {
    wire = await startWire();
    scene = await openScene(async () => openWxStore(wire));
    pool = await poolOf(scene);
  });
  afterAll(async () => {
    await scene.world.close();
    await wire.close();
    expect(wire.refusals).toEqual([]);
  });

  test.each(CALLS)('任何输入，任何人：%s', (name) => fuzzCall(name, scene, pool, tried(15)), PATIENCE);
});

test(
  '任何人以任何次序做任何事，在线协议上也一样',
  () =>
    fc.assert(
      fc.asyncProperty(stories(20), async (story) => {
        const wire = await startWire();
        const scene = await openScene(async () => openWxStore(wire));
        await playStory(scene, story, CALLERS).finally(wire.close);
        expect(wire.refusals).toEqual([]);
      }),
      tried<[readonly Step[]]>(2),
    ),
  PATIENCE,
);
