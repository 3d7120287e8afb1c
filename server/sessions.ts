import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Caller } from '../cloudfunctions/_core/context';
import type { Instant } from '../shared/kernel/calendar';

const LIFETIME_MS = 30 * 86_400_000;

export interface Sessions {
  issue(personId: string, epoch: number): string;
  /** Who the token says, or null: forged, cut, expired. Whether its epoch still holds is the handler's to ask. */
  verify(token: string): Caller | null;
}

const macWith = (secret: string, payload: string): Buffer =>
  createHmac('sha256', secret).update(`session ${payload}`).digest();

/**
 * Tokens `person.epoch.expiry.mac`: nothing about a session is stored, and any number of servers can read it.
 * @param secrets the first signs, all are accepted: rotation with an overlap
 */
export function sessionsWith(secrets: readonly [string, ...string[]], now: () => Instant): Sessions {
  return {
    issue(personId, epoch) {
      const payload = `${personId}.${epoch}.${now() + LIFETIME_MS}`;
      return `${payload}.${macWith(secrets[0], payload).toString('base64url')}`;
    },
    verify(token) {
      const parts = /^([\w:-]{1,80})\.(\d{1,10})\.(\d{1,15})\.([\w-]{43})$/.exec(token);
      if (!parts) return null;
      const [, personId = '', epoch, expiry, mac = ''] = parts;
      const claimed = Buffer.from(mac, 'base64url');
      const payload = `${personId}.${epoch}.${expiry}`;
      // A mac has unused bits at its end: only the one spelling that was issued is accepted.
      const genuine =
        claimed.toString('base64url') === mac &&
        secrets.some((secret) => timingSafeEqual(claimed, macWith(secret, payload)));
      return genuine && now() < Number(expiry) ? { personId, epoch: Number(epoch) } : null;
    },
  };
}
