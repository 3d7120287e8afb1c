import { mainJourney } from './main.journey';
import { openWorld } from './world';

test('主线：扫企业码 → 实时码 → 企业扫码 → 完成 → 评价 → 修改；每一步重发都得到第一次的回答', async () => {
  const world = await openWorld();
  await mainJourney(world).finally(world.close);
});
