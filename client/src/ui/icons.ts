import { type Colour, colour } from './colour';
import { svgUri } from './svg';

/** 24 grid, stroke 1.8. Two entries fill a part with the icon's own colour (`C`). */
const drawings = {
  home: '<path d="M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z"/>',
  list: '<path d="M5 6h14M5 12h14M5 18h9"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.8-3.6 3.4-5 6.5-5s5.7 1.4 6.5 5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.9c2 .7 3.4 2.2 4 4.6"/>',
  back: '<path d="M15 5l-7 7 7 7"/>',
  next: '<path d="M9 5l7 7-7 7"/>',
  up: '<path d="M5 15l7-7 7 7"/>',
  down: '<path d="M5 9l7 7 7-7"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  check: '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
  half: '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="C"/>',
  dash: '<path d="M6 12h12"/>',
  alert: '<path d="M12 6v8"/><path d="M12 18v.01"/>',
  about: '<path d="M5 10c2.5-3 4.5-2 7 0s4.5 3 7 0M5 16c2.5-3 4.5-2 7 0s4.5 3 7 0"/>',
  refresh: '<path d="M19 12a7 7 0 1 1-2-4.9L19 9M19 4v5h-5"/>',
  offline: '<path d="M7 18a4 4 0 0 1-.6-7.95A6 6 0 0 1 16 7.5M19 10.8A4 4 0 0 1 17.5 18H11M4 4l16 16"/>',
  lock: '<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>',
  bell: '<path d="M6 17V11a6 6 0 0 1 12 0v6zM10 20.5h4"/>',
  clause: '<path d="M5 4h9a4 4 0 0 1 4 4v12H8a3 3 0 0 1-3-3z"/><path d="M9 9h5"/>',
  document: '<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>',
  building: '<path d="M5 21V5l9-2v18M14 9h5v12M3 21h18M8.5 8v.01M8.5 12v.01M8.5 16v.01"/>',
  download: '<path d="M12 4v11M7 10l5 5 5-5M5 20h14"/>',
  upload: '<path d="M12 16V5M7 9l5-5 5 5M5 20h14"/>',
  print: '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>',
  share: '<path d="M12 15V4M8 7.5L12 4l4 3.5M6 11v9h12v-9"/>',
  bars: '<path d="M5 19V11M12 19V5M19 19v-6"/>',
  grid: '<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"/>',
  scan: '<path d="M4 8V6a2 2 0 0 1 2-2h2M16 4h2a2 2 0 0 1 2 2v2M20 16v2a2 2 0 0 1-2 2h-2M8 20H6a2 2 0 0 1-2-2v-2M6.5 12h11"/>',
  code: '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v3M14 20h3M20 20v.01"/>',
  search: '<circle cx="11" cy="11" r="6"/><path d="M15.5 15.5L20 20"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  edit: '<path d="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z"/>',
  more: '<path d="M5 12v.01M12 12v.01M19 12v.01"/>',
  calendar: '<path d="M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4"/>',
  money: '<circle cx="12" cy="12" r="8.5"/><path d="M8.5 7.5L12 12l3.5-4.5M12 12v5M9 12.5h6M9 15h6"/>',
  star: '<path d="M12 4l2.4 5.2 5.6.7-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.9l5.6-.7z"/>',
  shield: '<path d="M12 3.5l7 2.5v6c0 4.5-3 7.2-7 8.5-4-1.3-7-4-7-8.5V6z"/><path d="M9 12l2.2 2.2L15.2 10"/>',
  gear: '<circle cx="12" cy="12" r="3"/><path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9L18 18M18 6l-2.1 2.1M8.1 15.9L6 18"/>',
} as const;

export type IconName = keyof typeof drawings;

/** An icon as an address for Img; `weight` 2.6 for the signs inside tags. */
export const icon = (name: IconName, tone: Colour = 'ink-2', weight = 1.8): string => {
  const ink = colour(tone);
  const drawing = drawings[name].replace('"C"', `"${ink}"`).replace(/"/g, "'");
  return svgUri(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='${ink}' stroke-width='${weight}' stroke-linecap='round' stroke-linejoin='round'>${drawing}</svg>`,
  );
};
