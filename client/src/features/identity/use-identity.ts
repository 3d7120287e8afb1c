import { useCallback, useEffect, useState } from 'react';
import { dropIdentity, ensureIdentity, type Identity, identityNow } from './ensure';

interface InUse {
  /** Undefined while it is being asked for. */
  readonly identity: Identity | undefined;
  readonly again: () => void;
  /** The server no longer knows this one: takes it away and asks for another. */
  readonly renew: () => void;
}

/** An identity for a page that a code opened: whoever scans needs no registration. */
export function useIdentity(): InUse {
  const [identity, setIdentity] = useState<Identity | undefined>(identityNow);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks once more
  useEffect(() => {
    let over = false;
    void ensureIdentity().then((found) => {
      if (!over) setIdentity(found);
    });
    return () => {
      over = true;
    };
  }, [turn]);
  const again = useCallback(() => {
    setIdentity(undefined);
    setTurn((now) => now + 1);
  }, []);
  const renew = useCallback(() => {
    dropIdentity();
    again();
  }, [again]);
  return { identity, again, renew };
}
