interface Lock {
  release(): Promise<void>;
}

/** A browser cannot set the brightness; it can keep the screen awake while a code is shown. Returns how to stop. */
export function brighten(): () => void {
  const { wakeLock } = navigator as { wakeLock?: { request(kind: 'screen'): Promise<Lock> } };
  if (!wakeLock) return () => undefined;
  let lock: Lock | undefined;
  let over = false;
  const take = () => {
    if (over || document.visibilityState !== 'visible') return;
    wakeLock.request('screen').then(
      (taken) => {
        if (over) void taken.release();
        else lock = taken;
      },
      () => undefined, // refused, for example on low battery
    );
  };
  // The browser drops the lock whenever the page is hidden.
  document.addEventListener('visibilitychange', take);
  take();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', take);
    void lock?.release();
  };
}
