import type { AuditRootDoc } from '../../cloudfunctions/_core/documents';
import { findAll } from '../../cloudfunctions/_core/recount';
import { runNightly } from '../../cloudfunctions/nightly/run';
import { verifyHistories } from '../../server/verify-histories';
import { isoOf } from '../../shared/kernel/calendar';
import { CENTER, GUEST, LI, WANG, YEAR, YQ_TWO } from './cast';
import { join, rated, walkIn } from './steps';
import { at, DAY, HOUR, openWorld, type World } from './world';

/** A sealed day is what it was at its end, whatever is corrected later. */

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const night = async (day: string): Promise<void> => {
  world.clock.now = at(day, 2, 30);
  await runNightly(world.deps);
};
const roots = async (): Promise<readonly AuditRootDoc[]> =>
  findAll<AuditRootDoc>(world.store, { collection: 'audit', order: { field: 'day' } });
const voidCheckIn = (visitId: string, checkInId: string) =>
  world.as(CENTER).ok('visit.voidCheckIn', { nonce: world.nonce(), visitId, checkInId, kind: '误录', reason: '录错' });

test('封存之后服务日移走：当日的总校验值照样相符，少了一条就不相符', async () => {
  world.clock.now = at(`${YEAR}-03-10`, 23, 50);
  const { visitId, checkInId } = await walkIn(world);
  world.clock.now = at(`${YEAR}-03-11`, 0, 10);
  await join(world, LI, WANG, visitId);
  await join(world, LI, GUEST, visitId);
  await night(`${YEAR}-03-11`);
  await voidCheckIn(visitId, checkInId);
  expect(await world.visit(visitId)).toMatchObject({ day: `${YEAR}-03-11`, leftDays: [`${YEAR}-03-10`] });
  await night(`${YEAR}-03-12`);
  expect((await roots()).map(({ day, records }) => [day, records])).toEqual([
    [`${YEAR}-03-10`, 1],
    [`${YEAR}-03-11`, 1],
  ]);
  expect(await verifyHistories(world.store)).toMatchObject({ kind: 'whole' });

  const { rev, ...visit } = await world.visit(visitId);
  const hidden = { ...visit, leftDays: [] };
  await world.store.commit([{ kind: 'put', collection: 'visits', doc: hidden, rev }]);
  expect(await verifyHistories(world.store)).toMatchObject({ kind: 'root-differs', day: `${YEAR}-03-10` });
});

test('封存之后才收到的签到：不算进那一天', async () => {
  await rated(world);
  await night(`${YEAR}-03-11`);
  world.clock.now = at(`${YEAR}-03-11`, 9);
  await walkIn(world, WANG, YQ_TWO, { claimedAt: isoOf(at(`${YEAR}-03-10`, 11)) });
  expect(await verifyHistories(world.store)).toMatchObject({ kind: 'whole', roots: [{ records: 1 }] });
});

test('几夜没有运行：补上每一天', async () => {
  await night(`${YEAR}-03-10`);
  world.clock.now = at(`${YEAR}-03-10`, 10);
  await rated(world);
  world.clock.now += 2 * DAY + HOUR;
  await rated(world, WANG, YQ_TWO);
  await night(`${YEAR}-03-14`);
  expect((await roots()).map(({ day, records }) => [day.slice(5), records])).toEqual([
    ['03-09', 0],
    ['03-10', 1],
    ['03-11', 0],
    ['03-12', 1],
    ['03-13', 0],
  ]);
  expect(await verifyHistories(world.store)).toMatchObject({ kind: 'whole' });
});

test('半途叫停：不封存，下一夜补上', async () => {
  await rated(world);
  world.clock.now = at(`${YEAR}-03-11`, 2, 30);
  let asked = 0;
  await runNightly(world.deps, () => {
    asked += 1;
    return asked < 2;
  });
  expect(await roots()).toEqual([]);
  await runNightly(world.deps);
  expect(await roots()).toHaveLength(1);
});
