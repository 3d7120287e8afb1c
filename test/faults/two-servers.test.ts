import { phoneOf, type Town } from '../../bench/faults/service';
import { type Database, onBothEngines } from './engines';
import { freePort, originOf, serveAll, serverAt } from './rig';
import { expectNothingLost, found, townAt } from './town';

const form = { orgName: '某某研究院', title: '研究员', need: '产线视觉检测误报率高' };

function* alternately(): Generator<0 | 1, never> {
  for (;;) {
    yield 0;
    yield 1;
  }
}

onBothEngines('两个服务器，一个数据库', (fresh) => {
  let database: Database;
  let servers: Awaited<ReturnType<typeof serverAt>>[];
  let towns: readonly [Town, Town];
  let origins: readonly string[];
  beforeEach(async () => {
    database = await fresh();
  });
  const begin = async (): Promise<void> => {
    const ports = [await freePort(), await freePort()];
    servers = await Promise.all(ports.map((port) => serverAt(port, database.env)));
    origins = ports.map(originOf);
    towns = [townAt(() => origins[0] as string), townAt(() => origins[1] as string)];
  };
  afterEach(() => database.remove());
  const end = async (): Promise<void> => {
    for (const server of servers) expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
  };

  test('请求轮流落到两边：与一个服务器时一样', async () => {
    const pairs = await found(database.open, 60);
    await begin();
    const turns = alternately();
    const ledger = await serveAll(() => origins[turns.next().value] as string, pairs, 16);
    await end();
    const world = await expectNothingLost(database.open, ledger);
    expect(await world.visits()).toHaveLength(60);
    await world.close();
  }, 120_000);

  test('同一条记录，两边同时决定：一个结果，两个相同的回答', async () => {
    const pairs = await found(database.open, 12);
    await begin();
    const both = <T>(ask: (town: Town) => Promise<T>): Promise<[T, T]> => Promise.all([ask(towns[0]), ask(towns[1])]);
    const visitIds = await Promise.all(
      pairs.map(async ({ commissioner, enterprise, guest }, i) => {
        const code = towns[0].posterOf(enterprise);
        // The same request, or two taps: two nonces of one person at one door.
        const [a, b] = await both((town) =>
          phoneOf(town, commissioner)('visit.checkIn', {
            nonce: i % 2 ? `same-${i}-request` : `tap-${i}-at-${towns.indexOf(town)}`,
            code,
            ...form,
          }),
        );
        expect([b.visitId, b.checkInId]).toEqual([a.visitId, a.checkInId]);
        expect([a.replayed, b.replayed].sort()).toEqual([false, true]);
        const { visitId } = a;

        const { token } = await phoneOf(towns[0], commissioner)('visit.liveCode', { visitId });
        const passes = await both((town) =>
          phoneOf(town, `${guest}-${towns.indexOf(town)}`)('visit.resolve', { code: token }),
        );
        const joined = await Promise.all(
          towns.map((town, k) =>
            phoneOf(town, `${guest}-${k}`)('visit.checkIn', {
              nonce: `join-${i}-at-${k}`,
              code: passes[k]?.pass ?? '',
              ...form,
              ...(k > 0 && { side: 'party' as const, partyKind: '其他' as const }),
            }),
          ),
        );
        expect(joined.map((one) => [one.visitId, one.replayed])).toEqual([
          [visitId, false],
          [visitId, false],
        ]);
        const people = [commissioner, `${guest}-0`];
        const done = await Promise.all(
          towns.map((town, k) =>
            phoneOf(town, people[k] as string)('visit.complete', { nonce: `done-${i}-at-${k}`, visitId }),
          ),
        );
        expect(done.map((one) => one.state)).toEqual(['completed', 'completed']);
        return visitId;
      }),
    );
    await end();
    const world = await expectNothingLost(database.open, { kept: [], keep: () => undefined });
    const visits = await world.visits();
    expect(visits.map((one) => one.id).sort()).toEqual([...visitIds].sort());
    for (const { checkIns, history } of visits) {
      expect(checkIns.map((one) => one.side).sort()).toEqual(['enterprise', 'party', 'specialist']);
      expect(history.filter((one) => one.kind === 'completed')).toHaveLength(1);
    }
    await world.close();
  }, 120_000);
});
