/** How often something may be done: at once, and from then on by the minute. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** By person, by address, or both: the first that has no room left refuses. */
interface Limit {
  readonly person?: Rate;
  readonly address?: Rate;
}

/**
 * Far above what a person does, and what a whole factory behind one address does; far below what guessing needs. Only what
 * fails is counted, except where doing it is what costs.
 */
export const LIMITS = {
  /** A scanned code with a wrong seal, or one that leads nowhere. */
  wrongCode: { person: { burst: 60, perMinute: 12 }, address: { burst: 600, perMinute: 120 } },
  /** Each refused check-in is written down. */
  refusedCheckIn: { person: { burst: 300, perMinute: 60 } },
  /** An invitation that does not exist, was used or has expired. */
  wrongInvitation: { person: { burst: 20, perMinute: 2 }, address: { burst: 100, perMinute: 10 } },
  /** A login code that WeChat does not know; each is a request to WeChat. */
  failedSignIn: { address: { burst: 100, perMinute: 30 } },
  /** A session token that is forged or past its time. Changing the session key makes many of them, all honest. */
  wrongSession: { address: { burst: 1000, perMinute: 300 } },
  /** Up to 100 sheets are drawn. */
  posterPdf: { person: { burst: 60, perMinute: 12 } },
  /** A search by words reads every enterprise of the district, or of the city. */
  search: { person: { burst: 120, perMinute: 60 } },
  /** Each is stored until somebody takes it up, or for ever. */
  invite: { person: { burst: 300, perMinute: 60 } },
} as const satisfies Readonly<Record<string, Limit>>;

export type Limited = keyof typeof LIMITS;
