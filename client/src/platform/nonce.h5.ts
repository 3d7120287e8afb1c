/** Sixteen random bytes as 32 hexadecimal signs: one per attempt, so that a repeat gets the first answer. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
