import { findChromium } from './chromium';
import { tellFaults } from './faults.story';
import { tellMainStory } from './main.story';
import { tellOffline } from './offline.story';
import { tellPoster } from './poster.story';
import { tellScreens } from './screens.story';
import { openStage, type Stage } from './stage';

const chromium = findChromium();
const skipped = chromium === undefined && process.env.CI !== 'true';
if (skipped) process.stderr.write('没有找到 Chromium，浏览器测试没有运行。可用 CHROMIUM_PATH 指明它的位置\n');

const stories = skipped ? describe.skip : describe;

stories('浏览器', () => {
  let stage: Stage;
  beforeAll(async () => {
    if (chromium === undefined) throw new Error('没有找到 Chromium：请安装，或用 CHROMIUM_PATH 指明它的位置');
    stage = await openStage(chromium);
  }, 90_000);
  afterAll(() => stage?.close());

  tellMainStory(() => stage);
  tellOffline(() => stage);
  tellPoster(() => stage);
  tellScreens(() => stage);
  tellFaults(() => stage);
});
