import { createRoot } from 'react-dom/client';
import type { Scanned } from '../scan.types';
import { Scanner } from './Scanner';

/** Shows the scanner over everything and answers once. H5 only. */
export function openScanner(start: 'camera' | 'typing'): Promise<Scanned> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const place = document.createElement('div');
    document.body.append(place);
    const root = createRoot(place);
    const done = (scanned: Scanned) => {
      root.unmount();
      place.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(scanned);
    };
    root.render(<Scanner start={start} onDone={done} />);
  });
}
