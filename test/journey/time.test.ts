import { runNightly } from '../../cloudfunctions/nightly/run';
import { CENTER, GUEST, LI, YANQING, YEAR, YQ_ONE } from './cast';
import { refused } from './expect';
import { completed, form, join, liveCodeOf, opinion, paired, poster, walkIn } from './steps';
import { at, HOUR, MINUTE, openWorld, TODAY, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const look = async (visitId: string) => (await world.as(LI).ok('visit.get', { visitId })).visit;

test('双方到齐而没有人点完成：24:00 自动完成，前一毫秒还在服务中', async () => {
  const visitId = await paired(world);
  world.clock.now = at(`${YEAR}-03-11`) - 1;
  expect((await look(visitId)).state).toBe('in_service');
  world.clock.now += 1;
  expect(await look(visitId)).toMatchObject({ state: 'completed', autoCompleted: true });
  await world
    .as(GUEST)
    .ok(
      'rating.submit',
      opinion(world, visitId, LI, { from: `${TODAY}T10:00:00+08:00`, to: `${TODAY}T11:00:00+08:00` }),
    );
  expect((await look(visitId)).timeline.map(({ kind }) => kind)).toEqual([
    'checkedIn',
    'checkedIn',
    'autoCompleted',
    'rated',
  ]);
});

describe('跨过午夜', () => {
  test('首签后 240 分钟内对方可签，服务日是首签那天，只算一次', async () => {
    world.clock.now = at(TODAY, 22);
    const { visitId } = await walkIn(world);
    world.clock.now += 240 * MINUTE;
    const joined = await join(world, LI, GUEST, visitId);
    expect(joined).toMatchObject({ state: 'in_service' });
    expect(joined.findings.map((one) => one.because)).toContain('overnight');
    await refused(world, world.as(LI), 'visit.complete', { nonce: world.nonce(), visitId }, [
      'overnight-reason-needed',
    ]);
    await world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId, overnightReason: '夜间产线调试' });
    const { items } = await world
      .as(CENTER)
      .ok('station.evidence', { stationId: YANQING, year: YEAR, metric: 'contacted' });
    expect(items).toMatchObject([{ day: TODAY, status: 'counted' }]);
  });

  test('超过 240 分钟：拒绝', async () => {
    world.clock.now = at(TODAY, 22);
    const { visitId } = await walkIn(world);
    world.clock.now += 241 * MINUTE;
    const code = await liveCodeOf(world, LI, visitId);
    await refused(world, world.as(GUEST), 'visit.checkIn', { nonce: world.nonce(), code, ...form() }, [
      'other-side-too-late',
    ]);
  });

  test('同一天之内相隔 240 分钟以上：收下并提醒', async () => {
    const { visitId } = await walkIn(world);
    world.clock.now += 5 * HOUR;
    expect((await join(world, LI, GUEST, visitId)).findings.map((one) => one.because)).toContain('long-gap');
  });

  test('午夜前签到的回答丢了，过了午夜重发：还是那一次', async () => {
    world.clock.now = at(`${YEAR}-03-11`) - MINUTE;
    const input = { nonce: world.nonce(), code: poster(YQ_ONE), ...form() };
    const first = await world.as(LI).ok('visit.checkIn', input);
    world.clock.now += 2 * MINUTE;
    const again = await world.as(LI).ok('visit.checkIn', input);
    expect(again).toEqual({ ...first, state: 'awaiting_other_side', replayed: true });
    expect(await world.visits()).toHaveLength(1);
  });
});

test('只有一方：当日结束后等待另一方，3 个工作日后为未成行，签到留着', async () => {
  const { visitId } = await walkIn(world);
  const states: [number, string][] = [
    [at(`${YEAR}-03-11`) - 1, 'specialist_in'],
    [at(`${YEAR}-03-11`), 'awaiting_other_side'],
    [at(`${YEAR}-03-14`) - 1, 'awaiting_other_side'],
    [at(`${YEAR}-03-14`), 'no_show'],
  ];
  for (const [moment, state] of states) {
    world.clock.now = moment;
    expect((await look(visitId)).state).toBe(state);
  }
  expect((await look(visitId)).counts).toMatchObject([
    { metric: 'contacted', status: 'excluded', because: 'one-sided' },
    { metric: 'personTimes', status: 'excluded', because: 'one-sided' },
  ]);
});

describe('评价窗口', () => {
  const forThatDay = { from: `${TODAY}T10:00:00+08:00`, to: `${TODAY}T11:00:00+08:00` };

  test('第 30 天最后一毫秒可以评，第 31 天不行', async () => {
    const visitId = await completed(world);
    world.clock.now = at(`${YEAR}-04-10`);
    await refused(world, world.as(GUEST), 'rating.submit', opinion(world, visitId, LI, forThatDay), ['window-closed']);
    expect((await look(visitId)).state).toBe('rating_closed');
    world.clock.now -= 1;
    await world.as(GUEST).ok('rating.submit', opinion(world, visitId, LI, forThatDay));
  });

  test('关闭之后不能修改', async () => {
    const visitId = await completed(world);
    await world.as(GUEST).ok('rating.submit', opinion(world, visitId));
    world.clock.now = at(`${YEAR}-04-10`);
    await refused(world, world.as(GUEST), 'rating.submit', opinion(world, visitId, LI, forThatDay), ['window-closed']);
  });
});

test('夜间任务把时间的作用写进经过，跑两次与跑一次一样', async () => {
  const visitId = await paired(world);
  world.clock.now = at(`${YEAR}-03-11`, 0, 10);
  const first = await runNightly(world.deps);
  expect(first).toMatchObject({ written: 1, recounted: 2, differences: [] });
  expect(first.root).not.toBeNull();
  const before = await world.dump();
  expect(await runNightly(world.deps)).toMatchObject({ written: 0, differences: [], root: null });
  expect(JSON.parse(await world.dump())).toEqual(
    JSON.parse(before, (key, value) => (key === 'rev' ? expect.any(Number) : value)),
  );
  expect((await world.visit(visitId)).history.map((one) => one.kind)).toEqual([
    'checkedIn',
    'checkedIn',
    'autoCompleted',
  ]);
});

describe('离线排队的签到', () => {
  test('企业码：三天之内按手机上的时间，记下收到的时间', async () => {
    world.clock.now = at(`${YEAR}-03-12`, 9);
    const claimedAt = `${TODAY}T10:30:00+08:00`;
    const { visitId, at: recorded, findings } = await walkIn(world, LI, YQ_ONE, { claimedAt });
    expect(recorded).toBe(`${TODAY}T10:30:00.000+08:00`);
    expect(findings.map((one) => one.because)).toContain('arrived-late');
    expect(await world.visit(visitId)).toMatchObject({
      day: TODAY,
      checkIns: [{ at: at(TODAY, 10, 30), claimedAt: at(TODAY, 10, 30), receivedAt: world.clock.now }],
    });
  });

  test('超过三天：要补签', async () => {
    world.clock.now = at(`${YEAR}-03-13`, 10, 31);
    const input = { nonce: world.nonce(), code: poster(YQ_ONE), ...form(), claimedAt: `${TODAY}T10:30:00+08:00` };
    await refused(world, world.as(LI), 'visit.checkIn', input, ['arrived-too-late']);
  });

  test('手机时间快了：按收到的时间，并记一笔', async () => {
    const early = await walkIn(world, LI, YQ_ONE, { claimedAt: `${TODAY}T18:00:00+08:00` });
    expect(early.at).toBe(`${TODAY}T10:00:00.000+08:00`);
    expect(early.findings.map((one) => one.because)).toContain('clock-ahead');
  });

  test('实时码：读到时新鲜、十分钟内送到可以；更晚不行', async () => {
    const { visitId } = await walkIn(world);
    const code = await liveCodeOf(world, LI, visitId);
    const claimedAt = `${TODAY}T10:00:10+08:00`;
    world.clock.now += 11 * MINUTE;
    const late = { nonce: world.nonce(), code, ...form(), claimedAt };
    await refused(world, world.as(GUEST), 'visit.checkIn', late, ['arrived-too-late']);
    world.clock.now -= 2 * MINUTE;
    expect(await world.as(GUEST).ok('visit.checkIn', { ...late, nonce: world.nonce() })).toMatchObject({
      state: 'in_service',
      at: `${TODAY}T10:00:10.000+08:00`,
    });
  });
});
