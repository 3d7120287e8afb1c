import { tripsOn } from '../../bench/trips/trips';
import { openSqlite } from '../../server/store/sqlite';

test('每个接口都量到了；签到和进度问存储几次是定的', async () => {
  const store = await openSqlite(':memory:');
  // A call that is left out, or that is refused, ends it.
  const trips = await tripsOn(store);
  await store.close();
  const of = (call: string): number[] => trips.filter((one) => one.call === call).map((one) => one.trips);
  expect(Math.max(...of('visit.checkIn'))).toBeLessThanOrEqual(4);
  expect(Math.max(...of('station.progress'))).toBeLessThanOrEqual(3);
});
