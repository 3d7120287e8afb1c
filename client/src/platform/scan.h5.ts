import type { Scanned } from './scan.types';

export type { Scanned } from './scan.types';

/** Reads one code with the camera, from a picture, or typed by hand. The reader is fetched at the first use. */
export async function scanCode(): Promise<Scanned> {
  const { openScanner } = await import('./scanner/open');
  return openScanner('camera');
}

/** A code typed or pasted, where scanning does not work. Empty or closed: undefined. */
export async function typeCode(): Promise<string | undefined> {
  const { openScanner } = await import('./scanner/open');
  const typed = await openScanner('typing');
  return typed.ok ? typed.text : undefined;
}
