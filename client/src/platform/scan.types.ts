/** What the camera read, or why not. `cancelled`: the person closed it, which is no failure. */
export type Scanned =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'cancelled' | 'denied' | 'unreadable' };
