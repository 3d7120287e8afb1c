import { call, type Failure, session } from '../../gateway';

export type Identity = 'ready' | 'closed' | Failure;

let asking: Promise<Identity> | undefined;

async function ask(): Promise<Identity> {
  const reply = await call('account.guest', {});
  if (reply.ok) {
    session.begin(reply.data.token);
    return 'ready';
  }
  // Outside the demonstration the call does not exist: an identity then comes from WeChat or an invitation.
  const none = reply.code === 'not-found' || reply.code === 'not-allowed' || reply.code === 'not-signed-in';
  return none ? 'closed' : reply;
}

/** With the demonstration data a browser without a session becomes a guest by itself; asked once, however often called. */
export function ensureIdentity(): Promise<Identity> {
  if (session.token() !== undefined) return Promise.resolve('ready');
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

export const identityNow = (): Identity | undefined => (session.token() === undefined ? undefined : 'ready');

export const dropIdentity = (): void => session.end();
