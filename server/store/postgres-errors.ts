/** A commit's own way to say that a change did not find what it expects; it takes back everything. */
export const CONFLICT = 'QQ409';

/** Another transaction was in the way; this one was taken back whole. */
const YIELDED = new Set(['40001', '40P01', '55P03']);

/** The server is there, but not one that can be written to, or full; or this connection's prepared statements are not. */
const NOT_HERE = new Set(['0A000', '25006', '26000', '42P05', '53300', '57P03']);

/** Of the server's answers, those that come with the end of the connection or from a server that is no longer well. */
const CUT_OFF = /^(08|57P|58|XX)/;

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EAI_AGAIN|ENOTFOUND|ENOENT)$/;
const WORDS = /^(Connection terminated|timeout exceeded when trying to connect|timeout expired)/;

export const codeOf = (error: unknown): string => {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !NETWORK.test(code);

/**
 * The database cannot be reached, or what was reached cannot be written to. Trying again may help.
 * `sent`: the statement may have been carried out all the same.
 */
export class Unreachable extends Error {
  readonly sent: boolean;
  readonly reason: unknown;
  /** What the network or the server said; 08006 where it said nothing. */
  readonly code: string;
  constructor(sent: boolean, reason: unknown) {
    super(`the database cannot be reached: ${reason instanceof Error ? reason.message : ''} ${codeOf(reason)}`);
    this.sent = sent;
    this.reason = reason;
    this.code = codeOf(reason) || '08006';
  }
}

/** A certificate that cannot be read, not a socket that is not there. */
export const isOfFile = (error: unknown): boolean =>
  (error as { readonly syscall?: unknown } | null)?.syscall === 'open';

/** A connection could not be had: is it worth trying again, or at another host? */
export const isPassing = (error: unknown): boolean => {
  const code = codeOf(error);
  // A pooler says with 08P01 that it does not accept a setting: waiting does not mend it.
  if (isSqlState(code)) return NOT_HERE.has(code) || (CUT_OFF.test(code) && code !== '08P01');
  return (NETWORK.test(code) && !isOfFile(error)) || WORDS.test(error instanceof Error ? error.message : '');
};

/** What became of a statement that failed. */
export type Failed =
  /** The server has answered: nothing of it was kept, and the connection is as good as before. */
  | 'refused'
  | 'yielded'
  /** Nothing of it was kept, but not because of what it says: another connection may take it. */
  | 'not-here'
  /** Nobody knows. */
  | 'unknown';

export function failed(error: unknown): Failed {
  const code = codeOf(error);
  if (!isSqlState(code)) return error instanceof TypeError || error instanceof RangeError ? 'refused' : 'unknown';
  if (YIELDED.has(code)) return 'yielded';
  if (NOT_HERE.has(code)) return 'not-here';
  return CUT_OFF.test(code) ? 'unknown' : 'refused';
}
