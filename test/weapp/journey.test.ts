/** @jest-environment jsdom */
import { checkInWords } from '@/words/check-in-page';
import { say } from '@/words/kit';
import { liveWords, serviceWords } from '@/words/live';
import { ratingWords } from '@/words/rating';
import { GUEST, LI, YANQING, YQ_LEAD, YQ_ONE, YQ_STATION } from '../journey/cast';
import { planInput, poster } from '../journey/steps';
import { MINUTE, openWorld, type World } from '../journey/world';
import { readBundle } from './host/bundle';
import { contentOf, pictureOf, see, shows, tap, tapUntil, type, until } from './host/hand';
import type { Phone } from './host/phone';
import { type Owned, phoneOf } from './phones';
import { readDrawnCode } from './qr';

const bundle = readBundle();
const TOPIC = '产线视觉检测';
/** WeChat's number for an app opened by a code. */
const BY_CODE = 1047;

let world: World;
let phones: Phone[];
beforeEach(async () => {
  world = await openWorld();
  phones = [];
});
afterEach(async () => {
  for (const phone of phones) phone.off();
  await world.close();
});

const phone = (owned: Owned): Phone => {
  const one = phoneOf(bundle, world, owned);
  phones.push(one);
  return one;
};
const inFront = (one: Phone): string | undefined => one.routes().at(-1);
const tokenOf = (link: string): string => new URL(link).searchParams.get('k') ?? '';

test('两部手机：特派员扫海报、企业扫实时码、完成、评价；站点进度随之而动', async () => {
  await world.as(YQ_STATION).ok('visit.plan', planInput(world, { commissionerIds: [LI], topic: TOPIC }));
  const link = `https://example.test/v?k=${poster(YQ_ONE)}`;

  const commissioner = phone({ personId: LI, before: () => link });
  await tap(commissioner, checkInWords.scanTitle);
  await see(commissioner, '延庆甲智能装备有限公司');
  expect(inFront(commissioner)).toBe('pages/scan/index');
  expect(await contentOf(commissioner, checkInWords.need)).toBe(TOPIC);
  expect(await contentOf(commissioner, checkInWords.orgName)).toBe('李特派所在单位');
  await type(commissioner, checkInWords.need, '产线视觉检测误报率高');
  await tap(commissioner, checkInWords.confirm);

  await see(commissioner, liveWords.waitEnterprise);
  expect(inFront(commissioner)).toBe('pages/visit/live');
  const shown = readDrawnCode(await pictureOf(commissioner, say.code.name));

  const url = `pages/scan/index?scene=${encodeURIComponent(tokenOf(shown))}`;
  const enterprise = phone({ personId: GUEST, url, scene: BY_CODE });
  await see(enterprise, checkInWords.confirmVisit);
  expect(await contentOf(enterprise, checkInWords.orgName)).toBe('延庆甲智能装备有限公司');
  await type(enterprise, checkInWords.job, '生产经理');
  await tap(enterprise, checkInWords.agree);
  await see(enterprise, serviceWords.doneTitle);

  await see(commissioner, liveWords.enterpriseIn);
  expect(shows(commissioner, '生产经理')).toBe(true);
  world.clock.now += 45 * MINUTE;
  await tapUntil(commissioner, liveWords.complete, liveWords.completedTitle);

  await tap(enterprise, serviceWords.rate);
  await tap(enterprise, ratingWords.expertiseWords[4]);
  await tap(enterprise, ratingWords.satisfactionWords[3]);
  await tap(enterprise, ratingWords.submit);
  await see(enterprise, ratingWords.thanks);

  const [visit, ...others] = await world.visits();
  expect(others).toEqual([]);
  expect(visit).toMatchObject({
    checkIns: [
      { side: 'specialist', personId: LI, need: '产线视觉检测误报率高' },
      { side: 'enterprise', personId: GUEST, title: '生产经理' },
    ],
    ratings: [{ rater: 'enterprise', versions: [{ by: GUEST, expertise: 5, satisfaction: 4 }] }],
  });

  const lead = phone({ personId: YQ_LEAD, url: `station/progress/index?stationId=${YANQING}` });
  await tap(lead, '联系企业');
  await see(lead, '延庆甲智能装备有限公司');
  expect(inFront(lead)).toBe('station/evidence/index');
  for (const one of phones) expect(one.faults).toEqual([]);
});

test.each([
  ['小程序码（scene）', (token: string) => `scene=${encodeURIComponent(token)}`],
  ['普通链接（q）', (token: string) => `q=${encodeURIComponent(`https://example.test/v?k=${token}`)}`],
])('以%s打开：直接到签到', async (_, query) => {
  const one = phone({ personId: LI, url: `pages/scan/index?${query(poster(YQ_ONE))}`, scene: BY_CODE });
  await see(one, checkInWords.youCameTo);
  expect(one.faults).toEqual([]);
});

test('扫了又关掉：留在扫码页，可以再扫；返回后首页还在', async () => {
  const one = phone({ personId: LI });
  await tap(one, checkInWords.scanTitle);
  await see(one, checkInWords.scanLead);
  one.back();
  await until(one, 'home', () => inFront(one) === 'pages/home/index');
  await see(one, checkInWords.scanTitle);
  expect(one.faults).toEqual([]);
});
