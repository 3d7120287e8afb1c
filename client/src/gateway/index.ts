export { call } from './call';
export type { CallName, Failure, Input, Output, Reply } from './reply';
export { session, useSignedIn } from './session';
export { type Acting, useAct } from './use-act';
export { type Called, useCall } from './use-call';
export { useNonce } from './use-nonce';
