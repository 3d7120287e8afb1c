import type { CallName, Input } from '../../shared/api';
import type { Player, World } from './world';

/** Refused with these codes; nothing is written, but a refused check-in is kept as an attempt. */
export async function refused<N extends CallName>(
  world: World,
  player: Player,
  name: N,
  input: Input<N>,
  codes: readonly string[],
): Promise<void> {
  const before = await world.dump();
  const attempts = (await world.attempts()).length;
  expect(await player.why(name, input)).toEqual(codes);
  expect(await world.dump()).toBe(before);
  const kept = await world.attempts();
  expect(kept).toHaveLength(attempts + (name === 'visit.checkIn' ? 1 : 0));
  if (name !== 'visit.checkIn') return;
  const { nonce } = input as Input<'visit.checkIn'>;
  const own = kept.filter((one) => one.nonce === nonce && one.personId === player.id);
  expect(own.map((one) => one.findings.map((finding) => finding.because))).toContainEqual(codes);
}
