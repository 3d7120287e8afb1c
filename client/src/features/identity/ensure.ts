import type { Failure } from '../../gateway';

/** `ready`: calls have an identity. `closed`: this browser gets none by itself. Otherwise why it could not be asked. */
export type Identity = 'ready' | 'closed' | Failure;

/** In the mini-program WeChat says who calls, in the cloud: there is nothing to get. */
export const ensureIdentity = (): Promise<Identity> => Promise.resolve('ready');

export const identityNow = (): Identity | undefined => 'ready';

/** Takes away an identity that the server no longer knows. */
export const dropIdentity = (): void => undefined;
