import fc from 'fast-check';
import { CALLERS } from './callers';
import { PATIENCE, tried } from './runs';
import { openScene } from './scene';
import { HIDDEN, OUTSIDERS, playStory, type Step, stories } from './stories';

test(
  '任何人以任何次序做任何事：不出错，数字是真的，经过没有断，存下来的都读得出来',
  () =>
    fc.assert(
      fc.asyncProperty(stories(60), async (story) => {
        const scene = await openScene();
        await playStory(scene, story, CALLERS).finally(scene.world.close);
      }),
      tried<[readonly Step[]]>(12),
    ),
  PATIENCE,
);

test(
  '别处的人做什么，也看不到这个站点的东西',
  () =>
    fc.assert(
      fc.asyncProperty(stories(60), async (story) => {
        const scene = await openScene();
        // Nobody hands them the other station's invitation.
        const theirs = { ...scene, invitations: scene.invitations.slice(0, 1) };
        await playStory(theirs, story, OUTSIDERS, HIDDEN).finally(scene.world.close);
      }),
      tried<[readonly Step[]]>(8),
    ),
  PATIENCE,
);
