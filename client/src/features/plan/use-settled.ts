import { useEffect, useState } from 'react';

/** A text that has stood still for a moment: not every key asks the server. */
export function useSettled(text: string, after = 300): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), after);
    return () => clearTimeout(timer);
  }, [text, after]);
  return settled;
}
