import type { Store } from '../../cloudfunctions/_core/store';
import { openSqlite } from '../../server/store/sqlite';
import { contract } from '../../shared/api';
import { openWxStore } from '../../test/wire/open';
import { startWire } from '../../test/wire/server';
import type { Print } from '../print';
import { officeTour } from './office-tour';
import { visitTour } from './visit-tour';
import { type Trip, tripWorld } from './world';

/** Round trips of every call there is, counted by the store itself. @throws Error where a call was not made */
export async function tripsOn(store: Store): Promise<readonly Trip[]> {
  const world = await tripWorld(store, Date.now());
  await visitTour(world);
  await officeTour(world);
  const made = new Set<string>(world.trips.map(({ call }) => call));
  const left = Object.keys(contract).filter((call) => !made.has(call));
  if (left.length > 0) throw new Error(`no trips of ${left.join(', ')}`);
  return world.trips;
}

/** What CloudBase is asked, by the genuine SDK on the strict stub of the tests. */
async function onCloudBase(): Promise<readonly Trip[]> {
  const wire = await startWire();
  try {
    const before = (): number => wire.requests.length;
    const store = openWxStore(wire);
    const counted = { ...store, trips: before };
    const trips = await tripsOn(counted);
    if (wire.refusals.length > 0) throw new Error(`the stub did not know: ${wire.refusals.join('\n')}`);
    return trips;
  } finally {
    await wire.close();
  }
}

async function onSqlite(): Promise<readonly Trip[]> {
  const store = await openSqlite(':memory:');
  try {
    return await tripsOn(store);
  } finally {
    await store.close();
  }
}

export async function trips(print: Print): Promise<void> {
  const sql = await onSqlite();
  const cloud = await onCloudBase();
  for (const [i, { call, when, trips: asked }] of sql.entries()) {
    const requests = cloud[i]?.trips ?? 0;
    const name = `trips ${call}${when && ` ${when}`}`;
    print.fact(
      { name, engine: 'sqlite', trips: asked, cloudRequests: requests },
      `${call.padEnd(30)} ${String(asked).padStart(3)} ${String(requests).padStart(3)}  ${when}`,
    );
  }
}
