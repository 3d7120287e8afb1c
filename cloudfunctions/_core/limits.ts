import { LIMITS, type Limited, type Rate } from './limits.params';

/** What one caller may still do. The edge has put his address in; the person is known only to the call. */
export interface Limits {
  /** Counts one. @returns nothing where there was room, otherwise whole seconds until there is; then it is not counted */
  count(what: Limited, personId: string): number | undefined;
  /** The same without counting. */
  wait(what: Limited, personId: string): number | undefined;
}

/** @param address none where the platform does not tell it: limits by address then do not hold */
export type LimitsAt = (address?: string) => Limits;

const MINUTE_MS = 60_000;
/** Keys that are remembered at once: some ten megabytes. */
const MOST = 50_000;

/**
 * A token bucket for each key, as the one moment at which it will be full again (GCRA). Those that were used least lately are
 * forgotten where there are too many: whoever makes up keys to be forgotten needs as many people or addresses.
 *
 * Held by this process alone: of several, each allows as much.
 * @param now milliseconds that never go back, such as `performance.now()`
 */
export function createLimits(now: () => number, most = MOST): LimitsAt {
  const fullAt = new Map<string, number>();

  const waitFor = (key: string, { burst, perMinute }: Rate, at: number): number => {
    const each = MINUTE_MS / perMinute;
    return (fullAt.get(key) ?? 0) - at - (burst - 1) * each;
  };
  const fuller = (key: string, { perMinute }: Rate, at: number): number =>
    Math.max(fullAt.get(key) ?? 0, at) + MINUTE_MS / perMinute;
  /** Last in the map is what was used last. */
  const note = (key: string, next = fullAt.get(key)): void => {
    if (next === undefined) return;
    fullAt.delete(key);
    fullAt.set(key, next);
    if (fullAt.size > most) fullAt.delete(fullAt.keys().next().value as string);
  };

  return (address) => {
    const rates = (what: Limited, personId: string): (readonly [key: string, rate: Rate])[] => {
      const { person, address: byAddress }: { readonly person?: Rate; readonly address?: Rate } = LIMITS[what];
      return [
        ...(person && personId !== '' ? [[`${what} p ${personId}`, person] as const] : []),
        ...(byAddress && address !== undefined ? [[`${what} a ${address}`, byAddress] as const] : []),
      ];
    };
    const wait: Limits['wait'] = (what, personId) => {
      const at = now();
      const longest = Math.max(0, ...rates(what, personId).map(([key, rate]) => waitFor(key, rate, at)));
      return longest > 0 ? Math.ceil(longest / 1000) : undefined;
    };
    return {
      wait,
      count(what, personId) {
        const at = now();
        const refused = wait(what, personId);
        for (const [key, rate] of rates(what, personId))
          note(key, refused === undefined ? fuller(key, rate, at) : undefined);
        return refused;
      },
    };
  };
}
