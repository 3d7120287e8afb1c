import { newNonce } from '../platform/nonce';

/**
 * Twelve signs by which one sending is found in the server's log; short, since people read it out to whoever helps them. A
 * repeat of the same attempt is another sending.
 */
export const newRequestId = (): string => newNonce().slice(-12);
