/** Something that whoever runs the server has to change first; the message tells them what. */
export class CannotStart extends Error {}

/** Runs a command; a reason that the operator can mend is printed alone, a bug with its stack. */
export function command(work: () => Promise<void>): void {
  // What is written holds people's names: files are the owner's alone.
  process.umask(0o077);
  work().catch((error: unknown) => {
    console.error(error instanceof CannotStart ? error.message : error);
    process.exitCode = 1;
  });
}
