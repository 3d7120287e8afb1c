/** Sixteen random bytes as 32 hexadecimal signs: one per attempt, so that a repeat gets the first answer. */
export function newNonce(): string {
  const bytes = new Uint8Array(16);
  // The mini-program's generator answers later; a nonce must be unique, not secret, so time and chance are enough.
  const now = Date.now();
  for (let i = 0; i < 16; i += 1) bytes[i] = i < 6 ? Math.floor(now / 256 ** i) % 256 : Math.floor(Math.random() * 256);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
