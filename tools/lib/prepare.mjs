import { install } from './install.mjs';
import { alone } from './lock.mjs';
import { ensure } from './targets.mjs';

/** Installs and builds what is missing; ends the process with a reason where it cannot. */
export async function prepare(targets) {
  try {
    await alone(async () => {
      await install();
      await ensure(targets);
    });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
