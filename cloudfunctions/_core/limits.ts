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
/** Keys that are remembered at once: less than ten megabytes. */
const MOST = 50_000;

/**
 * Numbers by key, no more than `most`: what was not used while half as many others were is forgotten. Two maps, of which the
 * older is thrown away whole, since taking single keys out of a large map is slow.
 */
function remembered(most: number) {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  return {
    get: (key: string): number | undefined => young.get(key) ?? old.get(key),
    set(key: string, value: number): void {
      young.set(key, value);
      if (young.size < most / 2) return;
      old = young;
      young = new Map();
    },
  };
}

/**
 * A token bucket for each key, as the one moment at which it will be full again (GCRA). Whoever wants a key of his forgotten
 * has to make up as many others, each with a person or an address of its own.
 *
 * Held by this process alone: of several, each allows as much.
 * @param now milliseconds that never go back, such as `performance.now()`
 */
export function createLimits(now: () => number, most = MOST): LimitsAt {
  const fullAt = remembered(most);

  const waitFor = (key: string, { burst, perMinute }: Rate, at: number): number => {
    const each = MINUTE_MS / perMinute;
    return (fullAt.get(key) ?? 0) - at - (burst - 1) * each;
  };
  const fuller = (key: string, { perMinute }: Rate, at: number): number =>
    Math.max(fullAt.get(key) ?? 0, at) + MINUTE_MS / perMinute;
  /** Written again also where nothing changes: what is being tried is not forgotten. */
  const note = (key: string, next = fullAt.get(key)): void => {
    if (next !== undefined) fullAt.set(key, next);
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
