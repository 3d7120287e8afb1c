import { useRef } from 'react';
import { newNonce } from '../platform/nonce';

/** One nonce per attempt: the same for every repeat, a new one after `renew` (when the person starts another). */
export function useNonce(): { readonly nonce: () => string; readonly renew: () => void } {
  const held = useRef<string>();
  return {
    nonce: () => {
      held.current ??= newNonce();
      return held.current;
    },
    renew: () => {
      held.current = undefined;
    },
  };
}
