import type { CallName, Input } from '../../shared/api';
import {
  CENTER,
  GUEST,
  LI,
  PARTY,
  QIAN,
  WANG,
  YANQING,
  YEAR,
  YQ_CONTACT,
  YQ_ONE,
  YQ_STATION,
  YQ_TWO,
} from '../journey/cast';
import { form, join, opinion, planInput, poster, walkIn } from '../journey/steps';
import { DAY, type World } from '../journey/world';

/** One request of each call about the same small world: a rated visit, a one-sided one with a make-up asked for, one planned. */
export type Requests = { readonly [N in CallName]: (personId: string | null) => Input<N> };

async function ratedVisit(world: World): Promise<string> {
  const { visitId } = await walkIn(world);
  await join(world, LI, GUEST, visitId);
  await join(world, LI, PARTY, visitId, { partyKind: '学协会' });
  await world.as(GUEST).ok('visit.complete', { nonce: world.nonce(), visitId });
  await world.as(GUEST).ok('rating.submit', opinion(world, visitId));
  return visitId;
}

/** The enterprise was there the day before, its commissioner was not; the station has asked for him. */
async function oneSidedVisit(world: World): Promise<{ visitId: string; makeUpId: string; alone: string }> {
  const { visitId: alone } = await walkIn(world, WANG, YQ_ONE);
  const { visitId } = await world.as(LI).ok('visit.plan', planInput(world));
  await walkIn(world, GUEST, YQ_ONE);
  await join(world, GUEST, PARTY, visitId, { partyKind: '学协会' });
  world.clock.now += DAY;
  const { makeUpId } = await world.as(YQ_STATION).ok('visit.requestMakeUp', {
    nonce: world.nonce(),
    visitId,
    side: 'specialist',
    personId: LI,
    name: '李特派',
    ...form(),
    reason: '手机没电',
  });
  return { visitId, makeUpId, alone };
}

export async function requestsOf(world: World): Promise<Requests> {
  const { visitId: waiting, makeUpId, alone } = await oneSidedVisit(world);
  const visitId = await ratedVisit(world);
  const planned = (await world.as(LI).ok('visit.plan', planInput(world))).visitId;
  const { checkIns, ratings } = await world.visit(visitId);
  const center = world.as(CENTER);
  const { residencyId } = await world.as(YQ_STATION).ok('commissioner.proposeResidency', {
    nonce: world.nonce(),
    stationId: YANQING,
    personId: WANG,
    from: `${YEAR}-03-01`,
  });
  await world.as(YQ_STATION).ok('station.designate', {
    nonce: world.nonce(),
    stationId: YANQING,
    year: YEAR,
    enterpriseId: YQ_TWO,
    reason: '重点',
  });
  const { invitation } = await center.ok('account.invite', { nonce: world.nonce(), role: 'city', scope: {} });

  const nonce = 'a-request-of-its-own';
  const station = { stationId: YANQING, year: YEAR };
  const why = { reason: '事由' };
  const wrong = { kind: '误录' as const, ...why };
  const contactScope = { role: 'enterpriseContact' as const, scope: { enterpriseId: YQ_ONE } };
  return {
    'account.me': () => ({}),
    'account.people': () => ({}),
    'account.actAs': () => ({ personId: LI }),
    'account.guest': () => ({}),
    'account.signIn': () => ({ wxCode: 'a code of wx.login' }),
    'account.signOut': () => ({}),
    'account.invite': () => ({ nonce, ...contactScope }),
    'account.redeem': () => ({ invitation }),
    'account.members': () => contactScope,
    'account.revoke': () => ({ nonce, personId: YQ_CONTACT, grantId: 'grant:enterpriseContact' }),
    'account.notices': () => ({}),
    'account.readNotices': () => ({ ids: ['notice:none'] }),
    'visit.resolve': () => ({ code: poster(YQ_TWO) }),
    'visit.checkIn': () => ({ nonce, code: poster(YQ_TWO), ...form() }),
    'visit.liveCode': () => ({ visitId }),
    'visit.plan': () => ({ ...planInput(world), nonce }),
    'visit.cancel': () => ({ nonce, visitId: planned, ...why }),
    'visit.complete': () => ({ nonce, visitId }),
    'visit.void': () => ({ nonce, visitId, ...wrong }),
    'visit.voidCheckIn': () => ({ nonce, visitId, checkInId: checkIns[0]?.id ?? '', ...wrong }),
    // The enterprise's contact asks for his own side, where only a commissioner was there.
    'visit.requestMakeUp': (personId) => ({
      nonce,
      ...(personId === YQ_CONTACT ? { visitId: alone, side: 'enterprise' } : { visitId: waiting, side: 'specialist' }),
      name: '补签人',
      ...form(),
      ...why,
    }),
    'visit.confirmMakeUp': () => ({ nonce, visitId: waiting, makeUpId }),
    'visit.decideMakeUp': () => ({ nonce, visitId: waiting, makeUpId, approve: true, ...why }),
    'visit.reopenRating': () => ({ nonce, visitId, through: `${YEAR}-12-01`, ...why }),
    'visit.remind': () => ({ nonce, visitId }),
    'visit.get': () => ({ visitId }),
    'visit.list': () => ({ of: 'station', stationId: YANQING }),
    'rating.submit': () => ({ ...opinion(world, visitId), nonce }),
    'rating.void': () => ({ nonce, visitId, ratingId: ratings[0]?.id ?? '', ...wrong }),
    'rating.average': () => ({}),
    'station.list': () => ({}),
    'station.progress': () => station,
    'station.evidence': () => ({ ...station, metric: 'contacted' }),
    'station.pace': () => ({ ...station, metric: 'contacted' }),
    'station.board': () => ({ year: YEAR }),
    'station.todo': () => station,
    'station.configure': () => ({ nonce, ...station, stationClass: 'A' }),
    'station.designate': () => ({ nonce, ...station, enterpriseId: YQ_ONE, ...why }),
    'station.withdrawDesignation': () => ({ nonce, ...station, enterpriseId: YQ_TWO, ...why }),
    'station.designations': () => station,
    'commissioner.list': () => ({}),
    'commissioner.roster': () => ({ stationId: YANQING }),
    'commissioner.proposeResidency': () => ({ nonce, stationId: YANQING, personId: QIAN, from: `${YEAR}-03-01` }),
    'commissioner.approveResidency': () => ({ nonce, personId: WANG, residencyId }),
    'commissioner.endResidency': () => ({ nonce, personId: WANG, residencyId, to: `${YEAR}-06-30` }),
    'commissioner.suspend': () => ({ nonce, personId: WANG, from: `${YEAR}-03-01`, ...why }),
    'enterprise.list': () => ({ district: '110119' }),
    'enterprise.get': () => ({ enterpriseId: YQ_ONE }),
    'enterprise.poster': () => ({ enterpriseId: YQ_ONE }),
    'enterprise.posterPdf': () => ({ enterpriseId: YQ_ONE }),
    'enterprise.register': () => ({
      nonce,
      uscc: '91110108MA0000000A',
      name: '新登记企业',
      address: '某路 2 号',
      industry: '智能制造',
      district: '110119',
    }),
    'enterprise.verifyQualification': () => ({
      nonce,
      enterpriseId: YQ_ONE,
      level: '专精特新中小企业',
      validFrom: `${YEAR}-01-01`,
      validThrough: `${YEAR}-12-31`,
      verified: true,
    }),
    'enterprise.move': () => ({
      nonce,
      enterpriseId: YQ_ONE,
      district: '110108',
      from: `${YEAR}-03-01`,
      basis: '注册地',
    }),
    'enterprise.merge': () => ({ nonce, enterpriseId: YQ_ONE, into: YQ_TWO, ...why }),
    'policy.clause': () => ({ clauseId: 'VIS-15-A' }),
    'policy.inherit': () => ({ nonce, year: YEAR + 1, from: 2024 }),
  };
}
