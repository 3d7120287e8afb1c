import { posterToken } from '../../cloudfunctions/_core/tokens';
import type { Input, Output } from '../../shared/api';
import { isoOf } from '../../shared/kernel/calendar';
import { ENTERPRISE_NAMES, GUEST, LI, YQ_ONE } from './cast';
import { CODE_KEYS, HOUR, type World } from './world';

/** The usual steps of a visit, taken through the calls as the phones take them. */

export const poster = (enterpriseId: string): string => posterToken(CODE_KEYS, enterpriseId.slice(1));

type CheckInInput = Input<'visit.checkIn'>;

export const form = (more: { readonly orgName?: string; readonly name?: string } = {}) => ({
  orgName: '某某研究院',
  title: '研究员',
  need: '产线视觉检测误报率高',
  ...more,
});

/** A commissioner scans the poster and is in. */
export const walkIn = (
  world: World,
  personId: string = LI,
  enterpriseId: string = YQ_ONE,
  more: Partial<CheckInInput> = {},
): Promise<Output<'visit.checkIn'>> =>
  world.as(personId).ok('visit.checkIn', { nonce: world.nonce(), code: poster(enterpriseId), ...form(), ...more });

/** The live code on the phone of somebody who is in. */
export const liveCodeOf = async (world: World, personId: string, visitId: string): Promise<string> =>
  (await world.as(personId).ok('visit.liveCode', { visitId })).token;

/** Somebody reads the live code of `host`, fills the form and is in. */
export async function join(
  world: World,
  host: string,
  personId: string,
  visitId: string,
  more: Partial<CheckInInput> = {},
): Promise<Output<'visit.checkIn'>> {
  const { pass } = await world.as(personId).ok('visit.resolve', { code: await liveCodeOf(world, host, visitId) });
  const visit = await world.visit(visitId);
  const orgName = ENTERPRISE_NAMES[visit.enterpriseId] ?? visit.enterprise.name;
  return world.as(personId).ok('visit.checkIn', { nonce: world.nonce(), code: pass, ...form({ orgName }), ...more });
}

/** Both sides are in. */
export async function paired(world: World, commissioner = LI, enterpriseId = YQ_ONE, guest = GUEST): Promise<string> {
  const { visitId } = await walkIn(world, commissioner, enterpriseId);
  await join(world, commissioner, guest, visitId);
  return visitId;
}

/** Both sides are in, and the commissioner has completed. */
export async function completed(
  world: World,
  commissioner = LI,
  enterpriseId = YQ_ONE,
  guest = GUEST,
): Promise<string> {
  const visitId = await paired(world, commissioner, enterpriseId, guest);
  await world.as(commissioner).ok('visit.complete', { nonce: world.nonce(), visitId });
  return visitId;
}

/** A rating as the form sends it, for a service of this hour. */
export const opinion = (
  world: World,
  visitId: string,
  commissionerId: string = LI,
  more: Partial<Input<'rating.submit'>> = {},
): Input<'rating.submit'> => ({
  nonce: world.nonce(),
  visitId,
  commissionerId,
  theme: '视觉检测方案',
  from: isoOf(world.clock.now - HOUR),
  to: isoOf(world.clock.now),
  expertise: 5,
  satisfaction: 4,
  ...more,
});

export async function rated(world: World, commissioner = LI, enterpriseId = YQ_ONE, guest = GUEST): Promise<string> {
  const visitId = await completed(world, commissioner, enterpriseId, guest);
  await world.as(guest).ok('rating.submit', opinion(world, visitId, commissioner));
  return visitId;
}

export const planInput = (world: World, more: Partial<Input<'visit.plan'>> = {}): Input<'visit.plan'> => ({
  nonce: world.nonce(),
  enterpriseId: YQ_ONE,
  day: isoOf(world.clock.now).slice(0, 10),
  topic: '产线改造咨询',
  serviceTypes: ['科技咨询'],
  commissionerIds: [LI],
  ...more,
});
