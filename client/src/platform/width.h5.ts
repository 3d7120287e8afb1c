import { useEffect, useState } from 'react';

const query = '(min-width: 960px)';

/** A wide screen (from 960): rail, table and side panel in place of tab bar, cards and sheet. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const tell = () => setWide(media.matches);
    // addListener: Safari before 14 knows no other
    media.addListener(tell);
    tell();
    return () => media.removeListener(tell);
  }, []);
  return wide;
}
