import {
  CENTER,
  CITY_READER,
  GUEST,
  GUEST_2,
  LI,
  PARTY,
  WANG,
  YANQING,
  YEAR,
  YQ_AUDITOR,
  YQ_CONTACT,
  YQ_LEAD,
  YQ_OFFICER,
  YQ_ONE,
  YQ_STATION,
  YQ_TWO,
} from './cast';
import { completed, form, join, opinion, poster, rated, walkIn } from './steps';
import { at, DAY, openWorld, TODAY, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const look = async (who: string, visitId: string) => (await world.as(who).ok('visit.get', { visitId })).visit;

test('签到当时的内容不因后来的资料变化而改写', async () => {
  const visitId = await rated(world);
  const before = await world.visit(visitId);
  await world.as(YQ_OFFICER).ok('enterprise.move', {
    nonce: world.nonce(),
    enterpriseId: YQ_ONE,
    district: '110108',
    from: TODAY,
    basis: '注册地',
  });
  await walkIn(world, LI, YQ_TWO, { orgName: '换了单位', title: '换了职务', name: '换了名字' });
  await world
    .as(CENTER)
    .ok('commissioner.suspend', { nonce: world.nonce(), personId: LI, from: `${YEAR}-03-11`, reason: '轮换' });
  expect(await world.visit(visitId)).toEqual(before);
  expect(await look(YQ_LEAD, visitId)).toMatchObject({
    enterpriseDistrict: '110119',
    checkIns: [{ orgName: '某某研究院', title: '研究员' }, {}],
  });
});

test('表单记住上次的内容；需求随服务的主题', async () => {
  await walkIn(world, LI, YQ_ONE, { orgName: '上次的单位', title: '上次的职务', need: '上次的需求' });
  expect((await world.as(LI).ok('visit.resolve', { code: poster(YQ_TWO) })).prefill).toMatchObject({
    orgName: '上次的单位',
    title: '上次的职务',
    need: '上次的需求',
  });
});

describe('评价给谁看', () => {
  const thatDay = { from: `${TODAY}T10:00:00+08:00`, to: `${TODAY}T11:00:00+08:00` };

  test('被评的特派员在窗口关闭之前看不到，关闭之后看得到、看不到是谁', async () => {
    const { visitId } = await walkIn(world);
    await join(world, LI, GUEST, visitId);
    await join(world, LI, PARTY, visitId, { partyKind: '学协会', orgName: '某某学会' });
    await world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId });
    await world.as(GUEST).ok('rating.submit', opinion(world, visitId));
    await world.as(PARTY).ok('rating.submit', opinion(world, visitId));
    const open = await look(LI, visitId);
    expect(open.ratings).toEqual([]);
    expect(open.timeline.filter(({ kind }) => kind === 'rated').map(({ by }) => by)).toEqual(['', '']);
    expect((await look(GUEST, visitId)).ratings.map((one) => one.raterKind)).toEqual(['enterprise']);
    expect((await look(PARTY, visitId)).ratings.map((one) => one.raterName)).toEqual(['某某学会']);
    for (const staff of [YQ_LEAD, YQ_STATION, YQ_OFFICER, CENTER, CITY_READER, YQ_AUDITOR])
      expect((await look(staff, visitId)).ratings).toHaveLength(2);

    world.clock.now = at(`${YEAR}-04-10`);
    expect((await look(LI, visitId)).ratings.map(({ raterName, mine }) => [raterName, mine])).toEqual([
      ['延庆甲智能装备有限公司', false],
      ['参与对接主体', false],
    ]);
  });

  test('同行的特派员看不到别人的评价', async () => {
    const { visitId } = await walkIn(world);
    await join(world, LI, WANG, visitId);
    await join(world, LI, GUEST, visitId);
    await world.as(GUEST).ok('visit.complete', { nonce: world.nonce(), visitId });
    await world.as(GUEST).ok('rating.submit', opinion(world, visitId, LI));
    world.clock.now = at(`${YEAR}-04-10`);
    expect((await look(WANG, visitId)).ratings).toEqual([]);
    expect((await look(LI, visitId)).ratings).toHaveLength(1);
  });

  test('平均分满三份才显示，只算窗口已关的', async () => {
    const average = () => world.as(LI).ok('rating.average', {});
    for (const [i, enterpriseId] of [YQ_ONE, YQ_TWO, YQ_ONE].entries()) {
      world.clock.now = at(TODAY, 10) + i * DAY;
      await rated(world, LI, enterpriseId);
    }
    expect(await average()).toEqual({ ratings: 0 });
    world.clock.now = at(`${YEAR}-04-11`);
    expect(await average()).toEqual({ ratings: 2 });
    world.clock.now = at(`${YEAR}-04-12`);
    expect(await average()).toEqual({ ratings: 3, expertise: 5, satisfaction: 4 });
  });

  test('作废的服务、作废的评价不进平均分', async () => {
    const visitId = await rated(world);
    await rated(world, LI, YQ_TWO);
    const [rating] = (await world.visit(visitId)).ratings;
    const wrong = { kind: '误录' as const, reason: '录错' };
    await world.as(CENTER).ok('rating.void', { nonce: world.nonce(), visitId, ratingId: rating?.id ?? '', ...wrong });
    world.clock.now = at(`${YEAR}-04-10`);
    expect(await world.as(LI).ok('rating.average', {})).toEqual({ ratings: 1 });
  });

  test('补记日期的评价', async () => {
    const visitId = await completed(world);
    world.clock.now += DAY;
    await world.as(GUEST).ok('rating.submit', opinion(world, visitId, LI, thatDay));
    expect((await look(GUEST, visitId)).rateable).toMatchObject([{ rated: true, expertise: 5, satisfaction: 4 }]);
  });
});

test('审计、市科协看得到有人，看不到是谁；经办的人看得到', async () => {
  const { visitId } = await walkIn(world, LI, YQ_ONE, { name: '李某某' });
  await join(world, LI, GUEST, visitId, { name: '张三丰' });
  const names = async (who: string) => (await look(who, visitId)).checkIns.map((one) => one.name);
  for (const reader of [YQ_AUDITOR, CITY_READER]) {
    expect(await names(reader)).toEqual(['李**', '张**']);
    expect((await look(reader, visitId)).timeline.map((one) => one.by)).toEqual(['李**', '张**']);
  }
  for (const reader of [LI, GUEST, YQ_CONTACT, YQ_LEAD, YQ_STATION, YQ_OFFICER, CENTER])
    expect(await names(reader)).toEqual(['李某某', '张三丰']);
});

test('特派员看企业资料：看不到代码和联系人', async () => {
  const limited = (await world.as(LI).ok('enterprise.get', { enterpriseId: YQ_ONE })).enterprise;
  expect(limited).toMatchObject({ uscc: '', contacts: [] });
  const full = (await world.as(YQ_STATION).ok('enterprise.get', { enterpriseId: YQ_ONE })).enterprise;
  expect(full.contacts).toEqual([{ id: YQ_CONTACT, name: '甲联系人' }]);
});

describe('会话', () => {
  test('退出之后，先前发出的会话都不认；新的照用', async () => {
    await world.as(LI, 0).ok('account.signOut', {});
    expect(await world.as(LI, 0).why('account.me', {})).toEqual(['not-signed-in']);
    expect((await world.as(LI, 1).ok('account.me', {})).person.id).toBe(LI);
  });

  test('没有记录的人：有身份、没有角色，扫过码才有记录', async () => {
    expect(await world.as(GUEST_2, 0).ok('account.me', {})).toMatchObject({ grants: [], person: { name: '' } });
    const { visitId } = await walkIn(world);
    await join(world, LI, GUEST_2, visitId, { name: '新来的' });
    expect((await world.as(GUEST_2, 0).ok('account.me', {})).person.name).toBe('新来的');
    expect((await world.as(GUEST_2).ok('visit.list', {})).visits.map((one) => one.id)).toEqual([visitId]);
  });

  test('收回的角色从此刻起不再有效；不再收到企业的提醒', async () => {
    const { members } = await world.as(YQ_OFFICER).ok('account.members', {
      role: 'enterpriseContact',
      scope: { enterpriseId: YQ_ONE },
    });
    expect(members.map((one) => one.id)).toEqual([YQ_CONTACT]);
    const input = { nonce: world.nonce(), personId: YQ_CONTACT, grantId: members[0]?.grant.id ?? '' };
    expect(await world.as(YQ_OFFICER).ok('account.revoke', input)).toEqual({ replayed: false });
    expect(await world.as(YQ_OFFICER).ok('account.revoke', input)).toEqual({ replayed: true });
    expect((await world.as(YQ_CONTACT).ok('account.me', {})).grants).toEqual([]);
    const { visitId } = await walkIn(world);
    await join(world, LI, GUEST, visitId);
    expect((await world.as(YQ_CONTACT).ok('account.notices', {})).notices).toEqual([]);
  });

  test('当天给的角色当天收回：重发一样的回答', async () => {
    const invitation = await world
      .as(CENTER)
      .ok('account.invite', { nonce: world.nonce(), role: 'commissioner', scope: {} });
    const { grant } = await world
      .as(GUEST)
      .ok('account.redeem', { invitation: invitation.invitation, name: '新特派员' });
    const arrived = await walkIn(world, GUEST, YQ_ONE);
    expect(arrived.side).toBe('specialist');
    const input = { nonce: world.nonce(), personId: GUEST, grantId: grant.id };
    expect(await world.as(CENTER).ok('account.revoke', input)).toEqual({ replayed: false });
    expect(await world.as(CENTER).ok('account.revoke', input)).toEqual({ replayed: true });
    const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
    expect(metrics.find((one) => one.metric === 'personTimes')).toMatchObject({ pending: 0, excluded: 1 });
  });

  test('邀请只能用一次，七天之内', async () => {
    const invite = () => world.as(CENTER).ok('account.invite', { nonce: world.nonce(), role: 'city', scope: {} });
    const { invitation } = await invite();
    const first = await world.nobody.ok('account.redeem', { invitation, name: '市科协二' });
    expect(first.token).toMatch(/#0$/);
    expect(await world.as(GUEST).why('account.redeem', { invitation })).toEqual(['bad-input']);
    const late = await invite();
    world.clock.now += 7 * DAY;
    expect(await world.as(GUEST).why('account.redeem', { invitation: late.invitation })).toEqual(['bad-input']);
    expect(await world.as(GUEST).why('visit.checkIn', { nonce: world.nonce(), code: 'x', ...form() })).toEqual([
      'code-unreadable',
    ]);
  });
});
