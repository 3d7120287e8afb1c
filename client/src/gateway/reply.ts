import type { Failure as ServerFailure, Success } from '@shared/api/reply';
import type { FailureCode } from '../words/failure';

export type { CallName, Input, Output } from '@shared/api/contract';

/** What the server answers, or `offline`, which only the client knows. */
export type Failure = Omit<ServerFailure, 'code'> & { readonly code: FailureCode };
export type Reply<T> = Success<T> | Failure;

export const offline: Failure = { ok: false, code: 'offline', message: '' };
export const broken: Failure = { ok: false, code: 'broken', message: '' };
export const tooMany: Failure = { ok: false, code: 'too-many', message: '' };

/** An answer from outside, or `broken` where it has not the shape of a reply. */
export const asReply = <T>(answer: unknown): Reply<T> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer ? (answer as Reply<T>) : broken;
