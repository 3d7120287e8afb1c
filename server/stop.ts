const LONGEST_MS = 10_000;

/** Resolves at the first SIGTERM or SIGINT. A second one, or ten seconds without an end, ends the process at once. */
export const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let told = false;
    const stop = (): void => {
      if (told) process.exit(1);
      told = true;
      setTimeout(() => process.exit(1), LONGEST_MS).unref();
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
