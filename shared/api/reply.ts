import type { Finding } from '../kernel/decision';

export const FAILURE_CODES = [
  'bad-input',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'refused',
  'conflict',
  'too-many',
  'broken',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  /** A Chinese sentence that says what to do; the client may say it better. */
  readonly message: string;
  /** Why, clause by clause, where a rule refused. */
  readonly findings?: readonly Finding[];
  /** Which fields were wrong and how, where the input was: path → sentence. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Whole seconds after which it is worth trying again, where there was too much of something. */
  readonly retryAfter?: number;
  /** For the person who asks for help: finds the log line. */
  readonly requestId?: string;
}

export interface Success<T> {
  readonly ok: true;
  readonly data: T;
}

export type Reply<T> = Success<T> | Failure;
