const LOOK_MS = 500;

/**
 * npm passes a signal to the shell that runs a script, and the shell dies of it without passing it on: whoever stops npm
 * would leave the server behind. So it stops when that shell is gone.
 */
export function stopWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS).unref();
}
