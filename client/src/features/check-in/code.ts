/** The token in what was scanned or pasted: itself, a link `…/v?k=TOKEN`, or a mini-program path with `scene=TOKEN`. */
export function tokenIn(scanned: string): string {
  const found = /[?&](?:k|scene)=([^&#]+)/.exec(scanned)?.[1];
  if (found === undefined) return scanned.trim();
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

/**
 * The code with which the page was opened: `k` from our own link, `scene` from a mini-program code, `q` where WeChat read
 * the plain link and hands on all of it. Undefined: opened by hand, nothing scanned yet.
 */
export function codeFrom(params: Readonly<Record<string, string | undefined>>): string | undefined {
  const code = tokenIn(params.k ?? params.scene ?? params.q ?? '');
  return code === '' ? undefined : code;
}
