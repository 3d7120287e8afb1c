import { CENTER, GUEST, LI, YANQING, YEAR, YQ_CONTACT, YQ_ONE, YQ_STATION } from './cast';
import { form, opinion, poster } from './steps';
import { MINUTE, type World } from './world';

const metrics = async (world: World) => {
  const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
  return Object.fromEntries(
    metrics.map(({ metric, counted, pending, excluded }) => [metric, [counted, pending, excluded]]),
  );
};

/** The same request again: the first answer, and nothing written. */
async function twice<T extends { replayed: boolean }>(world: World, send: () => Promise<T>): Promise<T> {
  const first = await send();
  const before = await world.dump();
  world.clock.now += MINUTE;
  const second = await send();
  expect(second).toEqual({ ...first, replayed: true });
  expect(await world.dump()).toBe(before);
  return first;
}

/** From the poster to the evidence behind the number; each step sent twice. Over whatever store the world stands on. */
export async function mainJourney(world: World): Promise<void> {
  const commissioner = world.as(LI);
  const guest = world.as(GUEST);

  const read = await commissioner.ok('visit.resolve', { code: `https://example.test/v?k=${poster(YQ_ONE)}` });
  expect(read).toMatchObject({ kind: 'enterprise', side: 'specialist', enterprise: { id: YQ_ONE }, findings: [] });
  const arrival = { nonce: world.nonce(), code: read.pass, ...form() };
  const first = await twice(world, () => commissioner.ok('visit.checkIn', arrival));
  const { visitId } = first;
  expect(first).toMatchObject({ side: 'specialist', state: 'specialist_in', replayed: false });
  expect(await metrics(world)).toMatchObject({ contacted: [0, 1, 0], personTimes: [0, 1, 0] });

  const live = await commissioner.ok('visit.liveCode', { visitId });
  expect(live).toMatchObject({
    state: 'specialist_in',
    stepSeconds: 15,
    sides: { specialist: true, enterprise: false },
  });
  const seen = await guest.ok('visit.resolve', { code: live.url });
  expect(seen).toMatchObject({ kind: 'visit', visitId, side: 'enterprise', sides: ['enterprise', 'party'] });
  world.clock.now += 5 * MINUTE; // slow at the form: the pass holds what the code no longer does
  const joining = { nonce: world.nonce(), code: seen.pass, ...form({ orgName: seen.enterprise.name, name: '来宾' }) };
  const joined = await twice(world, () => guest.ok('visit.checkIn', joining));
  expect(joined).toMatchObject({ visitId, side: 'enterprise', state: 'in_service' });
  expect((await commissioner.ok('visit.liveCode', { visitId })).sides).toMatchObject({ enterprise: true });
  expect(await metrics(world)).toMatchObject({ contacted: [1, 0, 0], personTimes: [0, 1, 0], keyServed: [0, 0, 0] });
  expect((await world.as(YQ_CONTACT).ok('account.notices', {})).notices).toMatchObject([
    { kind: 'attendee-joined', visitId, read: false },
  ]);

  const done = await twice(world, () => guest.ok('visit.complete', { nonce: 'complete-0001', visitId }));
  expect(done).toMatchObject({ state: 'completed', ratingClosesOn: `${YEAR}-04-09` });
  expect(await commissioner.ok('visit.complete', { nonce: 'complete-0002', visitId })).toMatchObject({
    replayed: true,
  });
  expect(await metrics(world)).toMatchObject({ contacted: [1, 0, 0], personTimes: [1, 0, 0] });

  const given = opinion(world, visitId);
  const rating = await twice(world, () => guest.ok('rating.submit', given));
  expect(rating).toMatchObject({ state: 'rated', amended: false });
  const amendment = opinion(world, visitId, LI, { satisfaction: 3 });
  const amended = await twice(world, () => guest.ok('rating.submit', amendment));
  expect(amended).toMatchObject({ ratingId: rating.ratingId, amended: true });
  expect(await guest.ok('rating.submit', given)).toEqual({ ...rating, replayed: true });
  expect((await world.visit(visitId)).ratings).toMatchObject([
    { versions: [{ satisfaction: 4 }, { satisfaction: 3 }] },
  ]);
  expect(await metrics(world)).toMatchObject({ keyServed: [0, 0, 1] });

  const designation = { nonce: world.nonce(), stationId: YANQING, year: YEAR, enterpriseId: YQ_ONE, reason: '重点' };
  await twice(world, () => world.as(YQ_STATION).ok('station.designate', designation));
  expect(await metrics(world)).toMatchObject({ contacted: [1, 0, 0], keyServed: [1, 0, 0], personTimes: [1, 0, 0] });

  const evidence = await world
    .as(YQ_STATION)
    .ok('station.evidence', { stationId: YANQING, year: YEAR, metric: 'keyServed' });
  expect(evidence).toMatchObject({
    counted: 1,
    total: 1,
    clause: 'STN-06-A2',
    items: [{ enterprise: { id: YQ_ONE }, status: 'counted', because: 'rated', visitIds: [visitId] }],
  });
  const clause = await world.nobody.ok('policy.clause', { clauseId: evidence.clause, year: YEAR });
  expect(clause).toMatchObject({ clauseId: 'STN-06-A2', inheritedFrom: 2024, policyVersion: evidence.policyVersion });

  const { visit } = await guest.ok('visit.get', { visitId });
  expect(visit.timeline.map((one) => one.kind)).toEqual(['checkedIn', 'checkedIn', 'completed', 'rated', 'amended']);
  expect(visit.counts.map(({ metric, status }) => [metric, status])).toEqual([
    ['contacted', 'counted'],
    ['keyServed', 'counted'],
    ['personTimes', 'counted'],
  ]);
}
