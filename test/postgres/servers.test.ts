import type { Deps } from '../../cloudfunctions/_core/context';
import type { Handler } from '../../cloudfunctions/_core/handler';
import type { Store } from '../../cloudfunctions/_core/store';
import { openPostgres } from '../../server/store/postgres';
import type { Reply } from '../../shared/api';
import { YANQING, YEAR } from '../journey/cast';
import { addCommissioners, addEnterprises } from '../journey/crowd';
import { form, poster } from '../journey/steps';
import { expectTrueNumbers, expectUnbrokenHistories } from '../journey/truth';
import { HANDLERS, openWorld, type World } from '../journey/world';
import { withPostgres } from './with-postgres';

withPostgres('两个服务器同时办理', (cluster) => {
  let world: World;
  let other: Store;
  let servers: readonly Deps[];

  beforeEach(async () => {
    const url = await cluster().freshDatabase();
    world = await openWorld(() => openPostgres(url));
    other = await openPostgres(url);
    servers = [world.deps, { ...world.deps, store: other }];
  });
  afterEach(async () => {
    await other.close();
    await world.close();
  });
  type Answer = Reply<{ readonly replayed: boolean }>;
  const checkIn = (server: number, personId: string, input: unknown): Promise<Answer> =>
    (HANDLERS['visit.checkIn'] as Handler)(
      input,
      { personId },
      servers[server % servers.length] as Deps,
    ) as Promise<Answer>;

  test('同一次签到发到两边各十遍：一场服务、一次签到，回答全部相同', async () => {
    const [enterprise] = await addEnterprises(world, '110119', 1);
    const [person] = await addCommissioners(world, 1);
    const input = { nonce: world.nonce(), code: poster(enterprise as string), ...form() };
    const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => checkIn(i, person as string, input)));
    expect(replies.filter((one) => !one.ok)).toEqual([]);
    const answers = replies.flatMap((one) => (one.ok ? [one.data] : []));
    expect(answers.filter((one) => !one.replayed)).toHaveLength(1);
    expect(new Set(answers.map((one) => JSON.stringify({ ...one, replayed: true }))).size).toBe(1);
    const visits = await world.visits();
    expect(visits.map(({ checkIns }) => checkIns.length)).toEqual([1]);
    await expectTrueNumbers(world, YANQING, YEAR);
    await expectUnbrokenHistories(world);
  });

  test('十六人在四家企业两边同时签到：一人一次，数字等于重数', async () => {
    const enterprises = await addEnterprises(world, '110119', 4);
    const people = await addCommissioners(world, 16);
    const replies = await Promise.all(
      people.map((id, i) =>
        checkIn(i, id, { nonce: world.nonce(), code: poster(enterprises[i % 4] as string), ...form() }),
      ),
    );
    expect(replies.filter((one) => !one.ok)).toEqual([]);
    const visits = await world.visits();
    expect(visits.flatMap(({ checkIns }) => checkIns.map(({ personId }) => personId)).sort()).toEqual(
      [...people].sort(),
    );
    await expectTrueNumbers(world, YANQING, YEAR);
    await expectUnbrokenHistories(world);
  });
});
