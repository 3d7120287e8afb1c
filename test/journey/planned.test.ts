import {
  BDA_ONE,
  CENTER,
  GUEST,
  GUEST_2,
  GUEST_3,
  HAIDIAN,
  HD_ONE,
  LI,
  PARTY,
  SUN,
  WANG,
  YANQING,
  YEAR,
  YQ_CONTACT,
  YQ_LEAD,
  YQ_OFFICER,
  YQ_ONE,
  YQ_STATION,
  ZHAO,
} from './cast';
import { refused } from './expect';
import { completed, form, join, liveCodeOf, opinion, planInput, poster, rated, walkIn } from './steps';
import { at, MINUTE, openWorld, TODAY, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('安排', () => {
  test('特派员、企业联系人、站点各能安排；被安排的人收到提醒；同一请求重发是同一次服务', async () => {
    for (const who of [LI, YQ_CONTACT, YQ_LEAD, YQ_STATION]) {
      const input = planInput(world, { commissionerIds: [LI, WANG] });
      const { visitId, replayed } = await world.as(who).ok('visit.plan', input);
      expect(replayed).toBe(false);
      expect(await world.as(who).ok('visit.plan', input)).toEqual({ visitId, replayed: true });
      expect(await world.visit(visitId)).toMatchObject({ stationId: YANQING, origin: 'planned', plan: { by: who } });
    }
    expect(await world.visits()).toHaveLength(4);
    const told = (await world.as(WANG).ok('account.notices', {})).notices;
    expect(told.map((one) => one.kind)).toEqual(Array(4).fill('visit-planned'));
    expect((await world.as(LI).ok('account.notices', {})).notices).toHaveLength(3);
  });

  test('两个人用了同一个请求编号：各是各的服务', async () => {
    const input = planInput(world);
    const [a, b] = [await world.as(LI).ok('visit.plan', input), await world.as(YQ_LEAD).ok('visit.plan', input)];
    expect(b.replayed).toBe(false);
    expect(a.visitId).not.toBe(b.visitId);
  });

  test.each([
    // 情形                       输入                                                    原因
    ['过去的日子', { day: `${YEAR}-03-09` }, ['day-in-past']],
    ['时间不在当天', { from: `${YEAR}-03-11T09:00:00+08:00` }, ['time-not-on-day']],
    ['暂停的特派员', { commissionerIds: [LI, SUN] }, ['commissioner-inactive']],
    ['其他服务没有说明', { serviceTypes: ['其他' as const] }, ['service-note-needed']],
    ['外区企业没有理由', { enterpriseId: HD_ONE, stationId: YANQING }, ['override-reason-needed']],
    ['没有这家企业', { enterpriseId: 'ENOSUCH22' }, ['not-found']],
    ['没有这个站点', { stationId: 'ST999999' }, ['not-found']],
  ])('不能安排：%s', async (_, input, codes) => {
    await refused(world, world.as(LI), 'visit.plan', planInput(world, input), codes);
  });

  test('写明理由，站点可以服务外区企业：人次计入本站，联系企业不计', async () => {
    const input = planInput(world, { enterpriseId: HD_ONE, stationId: YANQING, overrideReason: '跨区产业链协作' });
    const { visitId } = await world.as(LI).ok('visit.plan', input);
    await walkIn(world, LI, HD_ONE);
    await join(world, LI, GUEST, visitId);
    await world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId });
    const { visit } = await world.as(LI).ok('visit.get', { visitId });
    expect(visit.stationId).toBe(YANQING);
    expect(visit.counts.map(({ metric, status, because }) => [metric, status, because])).toEqual([
      ['contacted', 'excluded', 'out-of-district'],
      ['personTimes', 'counted', 'served'],
    ]);
    const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: HAIDIAN, year: YEAR });
    expect(metrics.map((one) => one.counted)).toEqual([0, 0, 0, 0]);
  });
});

describe('安排过的服务', () => {
  test('企业先扫企业码，特派员再读企业手机上的实时码', async () => {
    const { visitId } = await world.as(LI).ok('visit.plan', planInput(world));
    const seen = await world.as(GUEST).ok('visit.resolve', { code: poster(YQ_ONE) });
    expect(seen).toMatchObject({ kind: 'enterprise', visitId, side: 'enterprise', prefill: { need: '产线改造咨询' } });
    const first = await walkIn(world, GUEST, YQ_ONE);
    expect(first).toMatchObject({ visitId, side: 'enterprise', state: 'enterprise_in' });

    // 企业码不能凑成双方
    expect(await world.as(LI).ok('visit.resolve', { code: poster(YQ_ONE) })).toMatchObject({
      sides: [],
      findings: [{ because: 'live-code-needed' }],
    });
    const byPoster = { nonce: world.nonce(), code: poster(YQ_ONE), ...form() };
    await refused(world, world.as(LI), 'visit.checkIn', byPoster, ['live-code-needed']);

    expect(await join(world, GUEST, LI, visitId)).toMatchObject({ visitId, side: 'specialist', state: 'in_service' });
  });

  test('另一天扫码：不是这次服务', async () => {
    const { visitId } = await world.as(LI).ok('visit.plan', planInput(world, { day: `${YEAR}-03-11` }));
    const today = await walkIn(world, LI, YQ_ONE);
    expect(today.visitId).not.toBe(visitId);
    await refused(
      world,
      world.as(GUEST_2),
      'visit.checkIn',
      { nonce: world.nonce(), code: poster(BDA_ONE), ...form() },
      ['commissioner-first'],
    );
  });

  test('三人一组：安排过的扫企业码，临时加入的读实时码；各计一人次，先到的是主访', async () => {
    const { visitId } = await world.as(LI).ok('visit.plan', planInput(world, { commissionerIds: [LI, WANG] }));
    await walkIn(world, WANG, YQ_ONE);
    world.clock.now += MINUTE;
    expect((await walkIn(world, LI, YQ_ONE)).visitId).toBe(visitId);
    await join(world, WANG, ZHAO, visitId);
    await join(world, LI, GUEST, visitId);
    await refused(world, world.as(LI), 'visit.complete', { nonce: world.nonce(), visitId }, [
      'not-lead-nor-enterprise',
    ]);
    await world.as(WANG).ok('visit.complete', { nonce: world.nonce(), visitId });
    const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
    expect(metrics.find((one) => one.metric === 'personTimes')).toMatchObject({ counted: 3, excluded: 0 });
    expect(metrics.find((one) => one.metric === 'contacted')).toMatchObject({ counted: 1 });
  });

  test('没人来：当日结束即为未成行；取消只在签到之前', async () => {
    const one = await world.as(LI).ok('visit.plan', planInput(world));
    const other = await world.as(YQ_LEAD).ok('visit.plan', planInput(world, { commissionerIds: [WANG] }));
    const cancel = { nonce: world.nonce(), visitId: other.visitId, reason: '改期' };
    expect(await world.as(YQ_LEAD).ok('visit.cancel', cancel)).toEqual({ replayed: false });
    expect(await world.as(YQ_LEAD).ok('visit.cancel', cancel)).toEqual({ replayed: true });
    const [notice] = (await world.as(WANG).ok('account.notices', {})).notices.filter(
      (n) => n.kind === 'visit-cancelled',
    );
    expect(notice).toMatchObject({ visitId: other.visitId });

    await walkIn(world, LI, YQ_ONE);
    const late = { nonce: world.nonce(), visitId: one.visitId, reason: '不去了' };
    await refused(world, world.as(LI), 'visit.cancel', late, ['not-cancellable']);

    const third = await world.as(LI).ok('visit.plan', planInput(world, { day: `${YEAR}-03-11` }));
    world.clock.now = at(`${YEAR}-03-12`) - 1;
    expect((await world.as(LI).ok('visit.get', { visitId: third.visitId })).visit.state).toBe('planned');
    world.clock.now += 1;
    expect((await world.as(LI).ok('visit.get', { visitId: third.visitId })).visit.state).toBe('no_show');
  });

  test('取消的请求编号是安排时用过的：照样取消', async () => {
    const input = planInput(world);
    const { visitId } = await world.as(LI).ok('visit.plan', input);
    const cancel = { nonce: input.nonce, visitId, reason: '改期' };
    expect(await world.as(LI).ok('visit.cancel', cancel)).toEqual({ replayed: false });
    expect((await world.as(LI).ok('visit.get', { visitId })).visit.state).toBe('cancelled');
  });
});

describe('参与对接主体', () => {
  test('有角色的人自动归类；来宾要选单位类型；不改变服务状态', async () => {
    const { visitId } = await walkIn(world);
    await join(world, LI, GUEST, visitId);
    const token = await liveCodeOf(world, LI, visitId);
    const reply = await world
      .as(GUEST_2)
      .call('visit.checkIn', { nonce: world.nonce(), code: token, ...form(), side: 'party' });
    expect(reply).toMatchObject({ ok: false, code: 'bad-input', fields: { partyKind: expect.any(String) } });
    await join(world, LI, GUEST_2, visitId, { side: 'party', partyKind: '高校科协' });
    const officer = await join(world, LI, YQ_OFFICER, visitId);
    const society = await join(world, LI, PARTY, visitId, { partyKind: '学协会' });
    expect([officer.state, society.state]).toEqual(['in_service', 'in_service']);
    const kinds = (await world.visit(visitId)).checkIns
      .filter((one) => one.side === 'party')
      .map((one) => one.partyKind);
    expect(kinds).toEqual(['高校科协', '区科协', '学协会']);
  });

  test('主体可以评价，不推动状态；没有签到的主体不能评价', async () => {
    const { visitId } = await walkIn(world);
    await join(world, LI, GUEST, visitId);
    await join(world, LI, PARTY, visitId, { orgName: '某某 学会' });
    await world.as(LI).ok('visit.complete', { nonce: world.nonce(), visitId });
    const given = await world.as(PARTY).ok('rating.submit', opinion(world, visitId));
    expect(given.state).toBe('completed');
    expect((await world.visit(visitId)).ratings).toMatchObject([{ raterKind: 'party', rater: '某某学会' }]);
    const { metrics } = await world.as(CENTER).ok('station.progress', { stationId: YANQING, year: YEAR });
    expect(metrics.find((one) => one.metric === 'keyServed')).toMatchObject({ counted: 0, pending: 0 });
    await refused(world, world.as(GUEST_3), 'rating.submit', opinion(world, visitId), ['not-allowed']);
  });
});

describe('企业的评价', () => {
  test('同一企业第二个人的评价是修改，旧内容留着', async () => {
    const visitId = await rated(world);
    const second = await world.as(YQ_CONTACT).ok('rating.submit', opinion(world, visitId, LI, { satisfaction: 1 }));
    expect(second).toMatchObject({ amended: true, state: 'rated' });
    expect((await world.visit(visitId)).ratings).toMatchObject([
      {
        rater: 'enterprise',
        versions: [
          { by: GUEST, satisfaction: 4 },
          { by: YQ_CONTACT, satisfaction: 1 },
        ],
      },
    ]);
  });

  test('几位特派员各评各的；特派员自己不评，不在场的人不被评', async () => {
    const { visitId } = await walkIn(world);
    await join(world, LI, WANG, visitId);
    await join(world, LI, GUEST, visitId);
    await refused(world, world.as(GUEST), 'rating.submit', opinion(world, visitId), ['not-completed']);
    await world.as(GUEST).ok('visit.complete', { nonce: world.nonce(), visitId });
    const guest = world.as(GUEST);
    const { rateable } = (await guest.ok('visit.get', { visitId })).visit;
    expect(rateable.map((one) => one.commissioner.id)).toEqual([LI, WANG]);
    const a = await guest.ok('rating.submit', opinion(world, visitId, LI));
    const b = await guest.ok('rating.submit', opinion(world, visitId, WANG));
    expect(a.ratingId).not.toBe(b.ratingId);
    await refused(world, guest, 'rating.submit', opinion(world, visitId, ZHAO), ['commissioner-not-in-visit']);
    await refused(world, world.as(LI), 'rating.submit', opinion(world, visitId, WANG), ['is-commissioner']);
  });

  test('时间写反、不在服务当天而没有说明：不收', async () => {
    const visitId = await completed(world);
    const guest = world.as(GUEST);
    const other = { from: `${YEAR}-03-09T10:00:00+08:00`, to: `${YEAR}-03-09T11:00:00+08:00` };
    await refused(world, guest, 'rating.submit', opinion(world, visitId, LI, other), ['other-day-reason-needed']);
    const reversed = { from: `${TODAY}T11:00:00+08:00`, to: `${TODAY}T10:00:00+08:00` };
    await refused(world, guest, 'rating.submit', opinion(world, visitId, LI, reversed), ['time-reversed']);
    const explained = await guest.ok(
      'rating.submit',
      opinion(world, visitId, LI, { ...other, dayReason: '前一日电话沟通' }),
    );
    expect(explained.findings.map((one) => one.because)).toContain('other-day');
  });
});
