import { CALLS, fuzzCall } from './fuzz';
import { type Pool, poolOf } from './pool';
import { PATIENCE, tried } from './runs';
import { openScene, type Scene } from './scene';

let scene: Scene;
let pool: Pool;
beforeAll(async () => {
  scene = await openScene();
  pool = await poolOf(scene);
});
afterAll(() => scene.world.close());

test.each(CALLS)(
  '合格的、差一点的、胡来的输入，任何人：%s',
  (name) => fuzzCall(name, scene, pool, tried(150)),
  PATIENCE,
);
