import { flawsOf } from '../../bench/faults/ledger';
import type { Ledger, Pair, Town } from '../../bench/faults/service';
import type { Store } from '../../cloudfunctions/_core/store';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { sessionsWith } from '../../server/sessions';
import { dayOf, yearOf } from '../../shared/kernel/calendar';
import { CENTER, HAIDIAN, YANQING, YEAR } from '../journey/cast';
import { addCommissioners, addEnterprises } from '../journey/crowd';
import { expectTrueNumbers, expectUnbrokenHistories } from '../journey/truth';
import { openWorld, type World } from '../journey/world';
import { REAL } from './built-server';

/** The town of the journeys, with its project of the year that it is: a server that runs by itself has the real clock. */

const openToday = async (open: () => Promise<Store>): Promise<World> => {
  const world = await openWorld(open);
  world.clock.now = Date.now();
  return world;
};

const yearNow = (): number => yearOf(dayOf(Date.now()));

/** Fills an empty store. @returns as many pairs of a commissioner, an enterprise and a guest, of two districts by turns */
export async function found(open: () => Promise<Store>, count: number): Promise<readonly Pair[]> {
  const world = await openToday(open);
  for (const stationId of yearNow() === YEAR ? [] : [YANQING, HAIDIAN])
    await world
      .as(CENTER)
      .ok('station.configure', { nonce: world.nonce(), stationId, year: yearNow(), stationClass: 'A' });
  const half = Math.ceil(count / 2);
  const [yanqing, haidian] = [await addEnterprises(world, '110119', half), await addEnterprises(world, '110108', half)];
  const commissioners = await addCommissioners(world, count);
  await world.close();
  return commissioners.map((commissioner, i) => ({
    commissioner,
    enterprise: (i % 2 ? haidian : yanqing)[Math.floor(i / 2)] as string,
    guest: `P-crowd-guest-${i}`,
  }));
}

const sessions = sessionsWith([REAL.SESSION_SECRET], Date.now);
const keys = [{ no: 0, secret: REAL.CODE_KEYS.slice(2) }];

export const townAt = (origin: () => string): Town => ({
  origin,
  tokenOf: (personId) => sessions.issue(personId, 0),
  posterOf: (enterpriseId) => posterToken(keys, enterpriseId.slice(1)),
});

/** Nothing that was acknowledged is lost or counted twice; the numbers are those of the records; no history is broken. */
export async function expectNothingLost(open: () => Promise<Store>, ledger: Ledger): Promise<World> {
  const world = await openToday(open);
  expect(flawsOf(ledger, await world.visits())).toEqual([]);
  for (const stationId of [YANQING, HAIDIAN]) await expectTrueNumbers(world, stationId, yearNow());
  await expectUnbrokenHistories(world);
  return world;
}
