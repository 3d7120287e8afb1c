import { inventedUscc } from '../../server/demo/codes';
import { randomFrom } from '../../server/demo/random';
import { addDays, dayOf, yearOf } from '../../shared/kernel/calendar';
import { CENTER, commissionerOf, enterpriseOf, leadOf, officerOf, stationOfNo } from '../nation/names';
import type { TripWorld } from './world';

const REASON = { reason: '测一测往返次数' };

async function people({ run, nonce }: TripWorld): Promise<void> {
  await run('account.people', '', {});
  await run('account.actAs', '', { personId: CENTER });
  await run('account.guest', '', {});
  await run('account.signIn', '', { wxCode: 'bench' });
  await run('account.me', CENTER, {});
  const scope = { org: '京畿传感技术学会' };
  const { invitation } = await run('account.invite', CENTER, { nonce: nonce(), role: 'party', scope, name: '程予安' });
  const guest = 'Pbench-party';
  const { grant } = await run('account.redeem', guest, { invitation, name: '程予安' });
  await run('account.members', CENTER, { role: 'party', scope });
  await run('account.revoke', CENTER, { nonce: nonce(), personId: guest, grantId: grant.id });
  const { notices } = await run('account.notices', officerOf(0), {});
  await run('account.readNotices', officerOf(0), { ids: notices.map((one) => one.id) });
  await run('account.signOut', guest, {});
}

async function stations({ run, nonce, clock }: TripWorld): Promise<void> {
  const stationId = stationOfNo(0);
  const year = yearOf(dayOf(clock.now));
  const lead = leadOf(0);
  const enterpriseId = enterpriseOf(0, 4);
  await run('station.board', CENTER, { year }, '有来访等着计入');
  await run('station.board', CENTER, { year });
  await run('station.progress', lead, { stationId, year });
  await run('station.evidence', lead, { stationId, year, metric: 'contacted' });
  await run('station.pace', lead, { stationId, year, metric: 'contacted' });
  await run('station.list', CENTER, {});
  await run('station.designate', lead, { nonce: nonce(), stationId, year, enterpriseId, ...REASON });
  await run('station.designations', lead, { stationId, year });
  await run('station.withdrawDesignation', lead, { nonce: nonce(), stationId, year, enterpriseId, ...REASON });
  await run('station.configure', CENTER, { nonce: nonce(), stationId, year, stationClass: 'B' });
}

async function commissioners({ run, nonce, clock }: TripWorld): Promise<void> {
  const stationId = stationOfNo(0);
  const personId = commissionerOf(0, 1);
  const from = addDays(dayOf(clock.now), 1);
  await run('commissioner.list', CENTER, {});
  const { residencyId } = await run('commissioner.proposeResidency', leadOf(0), {
    nonce: nonce(),
    stationId,
    personId,
    from,
  });
  await run('commissioner.approveResidency', officerOf(0), { nonce: nonce(), personId, residencyId });
  await run('commissioner.roster', leadOf(0), { stationId });
  await run('commissioner.endResidency', officerOf(0), {
    nonce: nonce(),
    personId,
    residencyId,
    to: addDays(from, 30),
  });
  await run('commissioner.suspend', CENTER, { nonce: nonce(), personId, from, ...REASON });
}

async function enterprises({ run, nonce, clock }: TripWorld): Promise<void> {
  const enterpriseId = enterpriseOf(0, 5);
  await run('enterprise.list', CENTER, {});
  await run('enterprise.get', CENTER, { enterpriseId });
  await run('enterprise.poster', CENTER, { enterpriseId });
  await run('enterprise.posterPdf', CENTER, { enterpriseId });
  await run('enterprise.register', CENTER, {
    nonce: nonce(),
    uscc: inventedUscc(randomFrom('bench'), '110101'),
    name: '青穗传感技术有限公司',
    address: '科技园路 8 号',
    industry: '智能传感',
    district: '110101',
    codeVerifiedManually: true,
  });
  await run('enterprise.verifyQualification', CENTER, {
    nonce: nonce(),
    enterpriseId,
    level: '专精特新中小企业',
    validFrom: '2024-01-01',
    validThrough: '2099-12-31',
    verified: true,
  });
  await run('enterprise.move', CENTER, {
    nonce: nonce(),
    enterpriseId,
    district: '110102',
    from: dayOf(clock.now),
    basis: '注册地',
  });
  await run('enterprise.merge', CENTER, { nonce: nonce(), enterpriseId, into: enterpriseOf(0, 4), ...REASON });
}

async function policy({ run, nonce, clock }: TripWorld): Promise<void> {
  await run('policy.clause', CENTER, { clauseId: 'STN-06-A1' });
  await run('policy.inherit', CENTER, { nonce: nonce(), year: yearOf(dayOf(clock.now)), from: null });
}

/** What people at desks do. */
export async function officeTour(world: TripWorld): Promise<void> {
  await people(world);
  await stations(world);
  await commissioners(world);
  await enterprises(world);
  await policy(world);
}
