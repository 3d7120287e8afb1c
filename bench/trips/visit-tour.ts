import { posterToken } from '../../cloudfunctions/_core/tokens';
import { addDays, dayOf, isoOf } from '../../shared/kernel/calendar';
import { CENTER, commissionerOf, contactOf, enterpriseOf, leadOf, officerOf, shortCodeOf } from '../nation/names';
import { CODE_KEYS } from '../secrets';
import type { TripWorld } from './world';

const DAY = 86_400_000;
const FORM = { orgName: '星野材料研究院', title: '研究员', need: '产线能耗诊断' };
const LI = commissionerOf(0, 0);
const REASON = { reason: '测一测往返次数' };

const scans = (world: TripWorld, enterprise: number, when?: string) =>
  world.run(
    'visit.checkIn',
    LI,
    { nonce: world.nonce(), code: posterToken(CODE_KEYS, shortCodeOf(0, enterprise)), ...FORM },
    when,
  );

/** From the first scan to the ratings' average. */
async function wholeVisit(world: TripWorld): Promise<void> {
  const { run, nonce, clock } = world;
  const contact = contactOf(0, 0);
  const guest = 'Pbench-guest';
  await run('visit.resolve', LI, { code: posterToken(CODE_KEYS, shortCodeOf(0, 0)) }, '企业码');
  const { visitId, checkInId } = await scans(world, 0, '先签，表单变了');
  await scans(world, 1, '先签，表单照旧');
  await run(
    'visit.checkIn',
    LI,
    { nonce: nonce(), code: posterToken(CODE_KEYS, shortCodeOf(0, 0)), ...FORM },
    '已经签过',
  );
  const { token } = await run('visit.liveCode', LI, { visitId });
  const { pass } = await run('visit.resolve', guest, { code: token }, '实时码');
  const second = {
    nonce: nonce(),
    code: pass,
    ...FORM,
    orgName: '某某有限公司',
    name: '方若溪',
    side: 'enterprise' as const,
  };
  await run('visit.checkIn', guest, second, '后签，第一次来的人');
  await run('visit.complete', LI, { nonce: nonce(), visitId });
  await run('visit.remind', LI, { nonce: nonce(), visitId });
  const at = isoOf(clock.now);
  const opinion = { theme: '能耗', from: at, to: at, expertise: 5, satisfaction: 5 };
  const rating = { nonce: nonce(), visitId, commissionerId: LI, ...opinion };
  const { ratingId } = await run('rating.submit', contact, rating);
  await run('visit.get', LI, { visitId }, '有来访等着计入');
  await run('visit.get', LI, { visitId }, '特派员');
  await run('visit.get', officerOf(0), { visitId }, '区科协');
  await run('visit.list', LI, {}, '我的');
  await run('visit.list', leadOf(0), { of: 'station', stationId: 'ST110101' }, '站点的');
  await run('rating.average', LI, {});
  await run('rating.void', CENTER, { nonce: nonce(), visitId, ratingId, kind: '误录', ...REASON });
  await run('visit.voidCheckIn', officerOf(0), { nonce: nonce(), visitId, checkInId, kind: '误录', ...REASON });
  await run('visit.void', officerOf(0), { nonce: nonce(), visitId, kind: '误录', ...REASON });
}

async function plannedVisit({ run, nonce, clock }: TripWorld): Promise<void> {
  const { visitId } = await run('visit.plan', leadOf(0), {
    nonce: nonce(),
    enterpriseId: enterpriseOf(0, 2),
    day: addDays(dayOf(clock.now), 1),
    topic: '产线改造',
    serviceTypes: ['科技咨询'],
    commissionerIds: [LI],
  });
  await run('visit.cancel', leadOf(0), { nonce: nonce(), visitId, ...REASON });
}

/** One side was missing; a day later it is made up for. */
async function madeUp(world: TripWorld): Promise<void> {
  const { run, nonce, clock } = world;
  const { visitId } = await scans(world, 3, '先签，换一家');
  clock.now += DAY;
  const ask = { nonce: nonce(), visitId, side: 'enterprise' as const, name: '方若溪', ...FORM, ...REASON };
  const { makeUpId } = await run('visit.requestMakeUp', LI, ask);
  await run('station.todo', leadOf(0), { stationId: 'ST110101', year: Number(dayOf(clock.now).slice(0, 4)) });
  await run('visit.confirmMakeUp', contactOf(0, 3), { nonce: nonce(), visitId, makeUpId });
  await run('visit.decideMakeUp', officerOf(0), { nonce: nonce(), visitId, makeUpId, approve: true, ...REASON });
  clock.now += 60 * DAY;
  await run('visit.reopenRating', CENTER, {
    nonce: nonce(),
    visitId,
    through: addDays(dayOf(clock.now), 3),
    ...REASON,
  });
  clock.now -= 61 * DAY;
}

export async function visitTour(world: TripWorld): Promise<void> {
  await wholeVisit(world);
  await plannedVisit(world);
  await madeUp(world);
}
