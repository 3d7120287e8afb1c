import { newNonce } from './nonce';
import { storage } from './storage';

interface Lease {
  readonly tab: string;
  readonly until: number;
}

const tab = newNonce();
/** Longer than one call takes at most, so that a tab that was killed holds up the others only briefly. */
const LEASE = 15_000;
const SETTLE = 60;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Without https a browser has no locks: a lease in the store, which all tabs see, does the same. */
async function leased(name: string, work: () => Promise<void>): Promise<boolean> {
  const key = `lock.${name}`;
  const held = storage.get<Lease>(key);
  if (held && held.tab !== tab && held.until > Date.now()) return false;
  const take = () => storage.set(key, { tab, until: Date.now() + LEASE });
  take();
  await pause(SETTLE); // two tabs may both have found it free: the later writer has it
  if (storage.get<Lease>(key)?.tab !== tab) return false;
  const renew = setInterval(take, LEASE / 3);
  try {
    await work();
  } finally {
    clearInterval(renew);
    storage.remove(key);
  }
  return true;
}

/** Runs `work` while no other tab of this site runs work of that name; false, and nothing done, where one does. */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return leased(name, work);
  return locks.request(`qr.${name}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    await work();
    return true;
  });
}

/** Calls back when another tab changed what is kept under `prefix`. */
export function watchOthers(prefix: string, onChange: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(`qr.${prefix}`)) onChange();
  });
}
