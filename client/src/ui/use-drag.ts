import { useRef, useState } from 'react';

/** Touch events of both platforms hold this; Taro's types do not say so. */
const y = (event: object): number =>
  (event as { readonly touches?: ArrayLike<{ readonly clientY: number }> }).touches?.[0]?.clientY ?? 0;

/** Pulled down by more than this (CSS px), a sheet closes. */
const far = 90;

/** Lets a sheet be pulled down by its handle. */
export function useDrag(onClose: () => void) {
  const from = useRef<number>();
  const [by, setBy] = useState(0);
  return {
    by,
    handlers: {
      onTouchStart: (event: object) => {
        from.current = y(event);
      },
      onTouchMove: (event: object) => setBy(Math.max(0, y(event) - (from.current ?? 0))),
      onTouchEnd: () => {
        if (by > far) onClose();
        setBy(0);
      },
    },
  };
}
