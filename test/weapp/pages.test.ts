/** @jest-environment jsdom */
import {
  CENTER,
  GUEST_2,
  GUEST_3,
  HD_ONE,
  LI,
  WANG,
  YANQING,
  YEAR,
  YQ_LEAD,
  YQ_ONE,
  YQ_THREE,
  YQ_TWO,
} from '../journey/cast';
import { completed, paired, rated, walkIn } from '../journey/steps';
import { openWorld, type World } from '../journey/world';
import { readBundle } from './host/bundle';
import { until } from './host/hand';
import { phoneOf } from './phones';

const bundle = readBundle();

let world: World;
/** Visits in the states that pages show. */
let visits: Readonly<Record<'waiting' | 'running' | 'completed' | 'rated', string>>;
beforeAll(async () => {
  world = await openWorld();
  visits = {
    rated: await rated(world),
    completed: await completed(world, LI, YQ_TWO, GUEST_3),
    running: await paired(world, WANG, YQ_THREE, GUEST_2),
    waiting: (await walkIn(world, LI, HD_ONE)).visitId,
  };
});
afterAll(() => world.close());

const station = `stationId=${YANQING}&year=${YEAR}`;

/** Who opens a page with which parameters; a page that is missing here fails the first test. */
const OPENED: Readonly<Record<string, readonly [person: string, query: (ids: typeof visits) => string]>> = {
  'pages/home/index': [LI, () => ''],
  'pages/scan/index': [LI, () => ''],
  'pages/visits/index': [LI, () => ''],
  'pages/me/index': [LI, () => ''],
  'pages/visit/index': [LI, ({ rated: id }) => `id=${id}`],
  'pages/plan/index': [LI, () => ''],
  'pages/notices/index': [LI, () => ''],
  'pages/visit/live': [LI, ({ waiting }) => `id=${waiting}`],
  'pages/visit/service': [WANG, ({ running }) => `id=${running}`],
  'pages/rate/index': [GUEST_3, ({ completed: id }) => `id=${id}`],
  'station/progress/index': [YQ_LEAD, () => station],
  'station/evidence/index': [YQ_LEAD, () => `${station}&metric=contacted`],
  'station/board/index': [CENTER, () => ''],
  'station/enterprises/index': [YQ_LEAD, () => ''],
  'station/enterprise/index': [YQ_LEAD, () => `id=${YQ_ONE}`],
  'station/commissioners/index': [YQ_LEAD, () => station],
  'station/designations/index': [YQ_LEAD, () => station],
  'station/clauses/index': [YQ_LEAD, () => ''],
  'station/settings/index': [CENTER, () => ''],
};

const isEmpty = (element: Element): boolean => (element.textContent ?? '').trim() === '';

/** Something to read, and no grey place where words will stand. */
const isFilled = (screen: HTMLElement): boolean =>
  !isEmpty(screen) &&
  ![...screen.querySelectorAll('[aria-role="status"]')].some((one) => one.firstElementChild && isEmpty(one));

test('每一页都在这里', () => {
  expect(Object.keys(OPENED).sort()).toEqual([...bundle.pages].sort());
});

test.each(bundle.pages)('%s 打开无错，可按的都有名字', async (path) => {
  const [personId, query] = OPENED[path] ?? [LI, () => ''];
  const phone = phoneOf(bundle, world, { personId, url: `${path}?${query(visits)}` });
  await until(phone, 'content', () => isFilled(phone.screen()));
  const pressed = [...phone.screen().querySelectorAll('[aria-role="button"],[aria-role="link"]')];
  const nameless = pressed.filter((one) => !one.getAttribute('aria-label') && !one.textContent?.trim());
  expect(nameless.map((one) => one.outerHTML)).toEqual([]);
  expect(phone.screen().querySelector('[aria-role="heading"],[aria-role="main"]')).not.toBeNull();
  expect(phone.title()).not.toBe('');
  phone.off();
  expect(phone.faults).toEqual([]);
});
