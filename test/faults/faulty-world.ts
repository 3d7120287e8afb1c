import type { Store } from '../../cloudfunctions/_core/store';
import { openWorld, type Player, type World } from '../journey/world';
import { type Fault, faultyStore } from './faulty-store';

const PATIENCE = 60;

/** Sends the very same request again where it was answered that something broke, as a phone does. */
function patient(player: Player, again: () => void): Player {
  const call: Player['call'] = async (name, input) => {
    for (let i = 0; i < PATIENCE; i += 1) {
      const reply = await player.call(name, input);
      if (reply.ok || reply.code !== 'broken') return reply;
      again();
    }
    throw new Error(`${name} breaks every time`);
  };
  return {
    ...player,
    call,
    async ok(name, input) {
      const reply = await call(name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.findings ?? reply.fields ?? {})}`);
      return reply.data;
    },
  };
}

export interface FaultyWorld extends World {
  /** How often somebody had to send again. */
  readonly repeated: () => number;
}

/** A world whose calls reach the store through faults, and whose tests look at it past them. */
export async function openFaultyWorld(open: () => Promise<Store>, next: () => Fault | undefined): Promise<FaultyWorld> {
  const store = await open();
  const sound = await openWorld(async () => store);
  let troubled = false;
  let repeated = 0;
  const faulty = await openWorld(async () => faultyStore(store, () => (troubled ? next() : undefined)));
  troubled = true;
  return {
    ...sound,
    clock: faulty.clock,
    deps: { ...faulty.deps, store },
    as: (personId, epoch) =>
      patient(faulty.as(personId, epoch), () => {
        repeated += 1;
      }),
    repeated: () => repeated,
  };
}
