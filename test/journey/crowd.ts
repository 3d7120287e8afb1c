import { commissionerNamed, enterprise } from './cast';
import type { World } from './world';

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const code = (i: number): string => `${LETTERS[Math.floor(i / LETTERS.length)]}${LETTERS[i % LETTERS.length]}`;

/** More enterprises in a district; their ids. */
export async function addEnterprises(world: World, district: string, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, i) => `E${district.slice(-2)}CRD${code(i)}2`);
  for (const id of ids) await world.store.commit([enterprise(id, `众企 ${id} 有限公司`, district)]);
  return ids;
}

/** More active commissioners; their ids. */
export async function addCommissioners(world: World, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, i) => `P-crowd-commissioner-${i}`);
  for (const id of ids) await world.store.commit([commissionerNamed(id, `特派员 ${id}`)]);
  return ids;
}
