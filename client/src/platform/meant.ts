import { useEffect, useRef } from 'react';

const NOT_MEANT = 900;

/**
 * For a button that comes where another one was just tapped: a second tap of that one is not meant for it. Counts from the
 * first showing and from each change of `shown`.
 */
export function useMeant(shown?: unknown): (act: () => void) => void {
  const since = useRef(Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins again
  useEffect(() => {
    since.current = Date.now();
  }, [shown]);
  return (act) => {
    if (Date.now() - since.current > NOT_MEANT) act();
  };
}
