import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../shared/kernel/calendar';
import { idFrom } from './ids';

/**
 * Codes that people scan. `poster` says which enterprise, `live` says which visit and when, `pass` says that one person
 * read a live code while it was fresh. Poster and live codes are exactly 32 characters of the set that WeChat allows in
 * `scene`: one for kind and key, 15 of payload, 16 of an HMAC-SHA256 (96 bits).
 */

export const STEP_SECONDS = 15;
const PASS_SECONDS = 600;
const STEP_MS = STEP_SECONDS * 1000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const KINDS = ['poster', 'live', 'pass'] as const;
type Kind = (typeof KINDS)[number];
const KEYS_PER_KIND = 16;
const STEPS = 64 ** 4;
const MAC = 16;

/** Secret keys by number 0–15; the first signs, all are accepted: rotation with an overlap. */
export type CodeKeys = readonly { readonly no: number; readonly secret: string }[];

export type Code =
  | { readonly kind: 'poster'; readonly shortCode: string }
  | { readonly kind: 'live'; readonly visitId: string; readonly step: number; readonly codeId: string }
  | {
      readonly kind: 'pass';
      readonly visitId: string;
      readonly codeId: string;
      readonly readAt: Instant;
      readonly expiresAt: Instant;
    };

export type CodeFault = 'code-unreadable' | 'code-forged' | 'code-expired' | 'code-not-yours';

const encode = (value: number, length: number): string => {
  let text = '';
  for (let rest = value, i = 0; i < length; i += 1, rest = Math.floor(rest / 64))
    text = ALPHABET.charAt(rest % 64) + text;
  return text;
};
const decode = (text: string): number => [...text].reduce((sum, char) => sum * 64 + ALPHABET.indexOf(char), 0);

const mac = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, MAC);

const seal = (keys: CodeKeys, kind: Kind, payload: string): string => {
  const key = keys[0];
  if (!key) throw new Error('no code key');
  const head = ALPHABET.charAt(KINDS.indexOf(kind) * KEYS_PER_KIND + key.no) + payload;
  return head + mac(key.secret, head);
};

const stepOf = (at: Instant): number => Math.floor(at / STEP_MS);

export const posterToken = (keys: CodeKeys, shortCode: string): string =>
  seal(keys, 'poster', shortCode.padEnd(15, '.'));

/** `uses`: how many have checked in so far; it makes a fresh code as soon as one is spent. */
export const liveToken = (keys: CodeKeys, visitId: string, at: Instant, uses: number): string =>
  seal(keys, 'live', visitId + encode(stepOf(at) % STEPS, 4) + encode(uses % 64, 1));

export const liveExpiresAt = (at: Instant): Instant => (stepOf(at) + 1) * STEP_MS;

const personTag = (personId: string): string => idFrom(8, personId);

/** Bound to the person and to the code it was read from; the moment in base 36. */
export const passToken = (keys: CodeKeys, visitId: string, codeId: string, personId: string, at: Instant): string =>
  seal(keys, 'pass', `${visitId}${codeId}${at.toString(36).padStart(9, '0')}${personTag(personId)}`);
export const passExpiresAt = (at: Instant): Instant => at + PASS_SECONDS * 1000;

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The token in what was scanned: itself, a link `…/v?k=TOKEN`, or a mini-program path with `scene=TOKEN`. */
export function tokenIn(scanned: string): string {
  const found = /[?&](?:k|scene)=([^&#]+)/.exec(scanned);
  try {
    return found?.[1] ? decodeURIComponent(found[1]) : scanned.trim();
  } catch {
    return scanned.trim();
  }
}

/** What a code says of itself, unproven: good for reading ahead, and for nothing else. */
export function claimOf(scanned: string): { readonly shortCode: string } | { readonly visitId: string } | undefined {
  const token = tokenIn(scanned);
  const kind = KINDS[Math.floor(ALPHABET.indexOf(token.charAt(0)) / KEYS_PER_KIND)];
  if (!kind || !/^[\w.-]{32,100}$/.test(token)) return undefined;
  return kind === 'poster' ? { shortCode: token.slice(1, -MAC).replace(/\.+$/, '') } : { visitId: token.slice(1, 11) };
}

/** The step that a shortened step number means, seen from now: the nearest one. */
const fullStep = (short: number, now: Instant): number => {
  const current = stepOf(now);
  const base = current - (current % STEPS) + short;
  return [base - STEPS, base, base + STEPS].sort((a, b) => Math.abs(a - current) - Math.abs(b - current))[0] as number;
};

/**
 * What a code says, if it is ours and fresh at `at` (the moment of reading). A live code is accepted in its step and the one
 * after, since a camera needs a moment, and in the one before, since two servers' clocks differ. Constant-time comparison.
 */
export function readCode(keys: CodeKeys, scanned: string, personId: string, at: Instant): Code | CodeFault {
  const token = tokenIn(scanned);
  if (token.length < 32 || [...token].some((char) => !ALPHABET.includes(char) && char !== '.'))
    return 'code-unreadable';
  const head = token.slice(0, -MAC);
  const number = ALPHABET.indexOf(token.charAt(0));
  const kind = KINDS[Math.floor(number / KEYS_PER_KIND)];
  const key = keys.find((one) => one.no === number % KEYS_PER_KIND);
  if (!kind) return 'code-unreadable';
  if (kind !== 'pass' && token.length !== 32) return 'code-unreadable';
  const payload = head.slice(1);
  if (!key || !equal(mac(key.secret, head), token.slice(-MAC))) return 'code-forged';
  if (kind === 'pass') {
    if (payload.slice(24) !== personTag(personId)) return 'code-not-yours';
    const readAt = Number.parseInt(payload.slice(15, 24), 36);
    if (at >= passExpiresAt(readAt)) return 'code-expired';
    return {
      kind,
      visitId: payload.slice(0, 10),
      codeId: payload.slice(10, 15),
      readAt,
      expiresAt: passExpiresAt(readAt),
    };
  }
  if (kind === 'poster') return { kind, shortCode: payload.replace(/\.+$/, '') };
  const step = fullStep(decode(payload.slice(10, 14)), at);
  const age = stepOf(at) - step;
  if (age < -1 || age > 1) return 'code-expired';
  return { kind, visitId: payload.slice(0, 10), step, codeId: payload.slice(10, 15) };
}
