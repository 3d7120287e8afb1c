/** One window only: nobody signs in or out behind its back. */
export const watchSession = (): void => undefined;
