import { prepare } from './lib/prepare.mjs';
import { TARGET_NAMES } from './lib/targets.mjs';

/** `npm run build`: what is uploaded to WeChat and CloudBase, and the web pages; or only the targets that are named. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !TARGET_NAMES.includes(name));
if (unknown.length > 0) {
  console.error(`没有这个目标：${unknown.join('、')}。可以构建 ${TARGET_NAMES.join('、')}`);
  process.exit(1);
}
const targets = asked.length > 0 ? asked : ['weapp', 'h5', 'cloudfunctions'];
await prepare(targets);
console.log(`已是最新：${targets.map((name) => `dist/${name}`).join('、')}`);
